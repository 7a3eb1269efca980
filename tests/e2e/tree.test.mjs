// What software reads out: the accessibility tree of every kind of page, as it was last looked at (`trees/`). After a wanted
// change write it anew, look at the difference, and commit it:
//
//   UPDATE=1 node --test tests/e2e/tree.test.mjs

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import { quiet, useSite, visit } from "./support.mjs";

const site = useSite();
const folder = new URL("trees/", import.meta.url);

const PAGES = {
  overview: "/en",
  "countries-list": "/en/countries?region=SEAR",
  "countries-table": "/en/countries?region=SEAR&view=table",
  "countries-map": "/en/countries?region=SEAR&view=map",
  "countries-empty": "/en/countries?q=zzzz",
  country: "/en/countries/TUV",
  strategies: "/en/strategies?region=SEAR",
  "strategies-timeline": "/en/strategies?region=SEAR&view=timeline",
  publications: "/en/publications?country=KEN",
  "publications-empty": "/en/publications?q=zzzz",
  publication: "/en/publications/afro-work-2008",
  "at-work": "/en/at-work",
  support: "/en/support",
  reform: "/en/reform",
  "un-collaboration": "/en/un-collaboration",
  about: "/en/about",
  accessibility: "/en/accessibility",
  contact: "/en/contact",
  embed: "/en/embed?view=country&country=TUV",
  "not-found": "/en/nothing",
  "publications-arabic": "/ar/publications?country=KEN",
};

for (const [name, path] of Object.entries(PAGES)) {
  test(`${path} is read out as before`, () =>
    visit(site, path, async (page) => {
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await quiet(page);
      await page.waitForFunction(() => !document.querySelector("main .status"));
      // Code to copy names the host, whose port is another one each time.
      const tree = `${await page.locator("body").ariaSnapshot()}\n`.replaceAll(site.server.url, "https://site.example");
      const file = new URL(`${name}.yml`, folder);
      if (process.env.UPDATE) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, tree);
      }
      assert.ok(existsSync(file), "it was never looked at");
      assert.equal(tree, readFileSync(file, "utf8"));
    }));
}
