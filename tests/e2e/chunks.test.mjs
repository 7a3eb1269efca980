// The code of a view is fetched when the view is wanted, and what happens when it cannot be had.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readFiles, startServer } from "../report/server.mjs";
import { followInjected, heading, main, started, useSite, visit } from "./support.mjs";

const site = useSite();

/** Names of the files of code that were asked for, without their hashes. */
const asked = (page) => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.match(/\/([a-z0-9]+)-[0-9a-f]{8}\.bin/)?.[1]).filter(Boolean).sort());
const NOTE = "The page can be read, but search and filters do not work";
const file = (name) => new RegExp(`/${name}-[0-9a-f]{8}\\.bin`);

const NEEDED = {
  "/en": ["field", "overview", "records"],
  "/fr/countries": ["countries", "shared1"],
  "/en/countries?q=keny": ["countries", "finder", "shared1"],
  "/en/countries/by/region/AFR": ["countries", "shared1"],
  "/en/countries?view=map": ["countries", "map", "records", "shared1"],
  "/en/countries?compare=KEN,UGA": ["comparison", "countries", "shared1"],
  "/ar/countries/KEN": ["country"],
  "/en/strategies": ["shared1", "strategies"],
  "/en/strategies?view=timeline": ["shared1", "strategies", "timeline"],
  "/zh/publications": ["publications", "shared1"],
  "/en/at-work": ["charts", "records"],
  "/es/reform": ["records", "stories"],
  "/ru/about": ["records", "stories"],
  "/en/contact": ["field", "stories"],
  "/en/nowhere": ["field", "stories"],
  "/en/embed": ["builder"],
};
for (const [path, needed] of Object.entries(NEEDED)) {
  test(`${path} fetches the code of its view and no other`, () =>
    visit(site, path, async (page) => {
      await started(page);
      await page.waitForLoadState("networkidle");
      assert.deepEqual([...new Set(await asked(page))], needed); // a busy machine may ask twice
    }));
}

test("a publication fetches the code of its view and no other", () => {
  const publication = [...readFiles("dist").keys()].find((path) => /^\/en\/publications\/[^/]+\.html$/.test(path));
  return visit(site, publication.replace(".html", ""), async (page) => {
    await started(page);
    await page.waitForLoadState("networkidle");
    assert.deepEqual(await asked(page), ["publication", "records"]);
  });
});

/** Names of the parts of the content that were asked for, without their hashes, the index, and what each page needs. */
const parts = (page) => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.match(/\/data\/([\w.-]+)\.[0-9a-f]{8}\.json/)?.[1]).filter((name) => name && !name.startsWith("messages.")).sort());
const PARTS = {
  "/en": ["added", "countries", "figures", "last_steps", "latest", "offices", "terms.en"],
  "/fr/countries": ["countries", "cycles", "offices", "terms.fr"],
  "/en/countries?view=map": ["countries", "cycles", "map", "offices", "terms.en"],
  "/ar/countries/KEN": ["countries", "country_publications", "names", "offices", "strategies", "terms.ar"],
  "/en/strategies": ["countries", "strategies", "terms.en"],
  "/zh/publications": ["countries", "first_replies", "terms.zh"],
  "/en/at-work": ["countries", "cycles", "figures", "offices", "publication_years", "story.at-work.en", "terms.en"],
  "/en/support": ["milestones", "resources", "story.support.en"],
  "/es/reform": ["milestones", "resources", "story.reform.es"],
  "/ru/un-collaboration": ["milestones", "resources", "story.un-collaboration.ru"],
  "/ru/about": ["story.about.ru"],
  "/fr/accessibility": ["story.accessibility.fr"],
  "/en/contact": ["countries", "offices", "terms.en"],
  "/en/embed": ["countries", "offices", "terms.en"],
  "/en/nowhere": ["countries", "offices", "terms.en"],
};
for (const [path, needed] of Object.entries(PARTS)) {
  test(`${path} fetches the parts of the content that it shows, once and no other`, () =>
    visit(site, path, async (page) => {
      await started(page);
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await parts(page), needed);
    }));
}

test("code is fetched when a link is followed, and once", () =>
  visit(site, "/en/contact", async (page) => {
    await followInjected(page, "/en/strategies");
    await page.locator(".cycles__item").first().waitFor();
    assert.deepEqual(await asked(page), ["field", "shared1", "stories", "strategies"]);
    await page.goBack();
    await heading(page, /Contact/);
    await page.goForward();
    await page.locator(".cycles__item").first().waitFor();
    await followInjected(page, "/en/countries");
    await page.locator(".country").first().waitFor();
    assert.deepEqual(await asked(page), ["countries", "field", "shared1", "stories", "strategies"]);
    assert.ok(await page.evaluate(() => document.activeElement.matches("h1")), "the heading has the focus when the view is there");
  }));

test("who types before the code that finds countries is here finds them when it comes", () => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  return visit(site, "/en/contact", async (page) => {
    const box = page.getByRole("combobox").first();
    await box.click();
    await box.pressSequentially("keny");
    await page.waitForTimeout(300);
    assert.equal(await page.getByRole("option").count(), 0);
    assert.equal(await page.locator(".finder__status").textContent(), "", "nothing is said of what is not known yet");
    release();
    await page.getByRole("option", { name: /Kenya/ }).waitFor();
  }, { prepare: (page) => page.route(file("finder"), async (route) => { await held; await route.continue(); }) });
});

test("a page that is open while the site is published anew: the code is gone, the new page comes, once", async (t) => {
  const served = new Map(readFiles("dist"));
  const server = await startServer(served);
  t.after(() => server.close());
  await visit({ browser: site.browser, server }, "/en/contact", async (page) => {
    await started(page);
    for (const path of served.keys()) if (file("strategies").test(path)) served.delete(path);
    served.set("/data/index.json", Buffer.from(`${served.get("/data/index.json")}\n`));
    await followInjected(page, "/en/strategies");
    // The new page is asked for; as this host does not have its code either, it stays as it was written.
    await page.getByRole("heading", { level: 2, name: NOTE }).waitFor({ timeout: 30_000 });
    assert.ok((await main(page).textContent()).includes("Kenya"));
    assert.equal(server.requests.filter(({ path }) => path === "/en/strategies").length, 1);
  }, { faults: true });
});

const SPOILED = {
  missing: [(route) => route.fulfill({ status: 404, body: "" }), /damaged/],
  damaged: [async (route) => {
    const response = await route.fetch();
    const body = Buffer.from(await response.body());
    body[100] ^= 1;
    await route.fulfill({ response, body });
  }, /damaged/],
  "answered with a page": [(route) => route.fulfill({ status: 200, contentType: "text/html", body: "<p>Welcome</p>" }), /damaged/],
  "without a connection": [(route) => route.abort("connectionreset"), /connection failed/],
};
for (const [what, [answer, words]] of Object.entries(SPOILED)) {
  test(`code that is ${what}: the site goes on, and the button helps`, () =>
    visit(site, "/en/contact", async (page) => {
      await started(page);
      await followInjected(page, "/en/strategies");
      const alert = page.getByRole("alert");
      await alert.waitFor({ timeout: 20_000 });
      assert.match(await alert.textContent(), words);
      await followInjected(page, "/en/contact");
      await heading(page, /Contact/);
      await followInjected(page, "/en/strategies");
      await alert.waitFor({ timeout: 20_000 });
      await page.unrouteAll();
      await alert.getByRole("button", { name: "Try again" }).click();
      await page.locator(".cycles__item").first().waitFor();
    }, { faults: true, prepare: (page) => page.route(file("strategies"), answer) }));

  test(`code of the first view that is ${what}: the page stays as it was written, with a note`, () =>
    visit(site, "/en/strategies", async (page) => {
      await page.getByRole("heading", { level: 2, name: NOTE }).waitFor({ timeout: 30_000 });
      assert.ok((await main(page).textContent()).includes("Kenya"));
    }, { faults: true, prepare: (page) => page.route(file("strategies"), answer) }));
}

const RARE = {
  map: ["/en/countries", "Map", ".map__legend"],
  timeline: ["/en/strategies", "Timeline", ".lanes"],
};
for (const [chunk, [path, tab, drawn]] of Object.entries(RARE)) {
  test(`code of the ${chunk} that is missing: the list goes on, and the button helps`, () =>
    visit(site, path, async (page) => {
      await started(page);
      await page.getByRole("link", { name: tab, exact: true }).click();
      const alert = page.getByRole("alert");
      await alert.waitFor({ timeout: 20_000 });
      assert.match(await alert.textContent(), /damaged/);
      await page.getByRole("link", { name: "List", exact: true }).click();
      await page.locator(".country, .cycles__item").first().waitFor();
      await page.getByRole("link", { name: tab, exact: true }).click();
      await alert.waitFor({ timeout: 20_000 });
      await page.unrouteAll();
      await alert.getByRole("button", { name: "Try again" }).click();
      await page.locator(drawn).first().waitFor();
      assert.equal(await alert.count(), 0);
    }, { faults: true, prepare: (page) => page.route(file(chunk), (route) => route.fulfill({ status: 404, body: "" })) }));
}

test("the finder of the head has its code when it is opened, and the focus", () =>
  visit(site, "/en/reform", async (page) => {
    await started(page);
    assert.ok(!(await asked(page)).includes("field"));
    await page.locator(".masthead__find").click();
    await page.getByRole("combobox").waitFor();
    assert.ok(await page.evaluate(() => document.activeElement.matches("#masthead-find")), "the field has the focus once it is there");
    assert.ok((await asked(page)).includes("field"));
  }));
