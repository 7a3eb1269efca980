// The site as nginx serves it with the settings of docs/hosting: what it sends, and that a browser can use the site under
// these rules. The settings for the other hosts are compared with the same rules.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { runInNewContext } from "node:vm";

import { launchBrowser } from "../report/browser.mjs";
import { RULES, checkSite, look, openHost, parseRules } from "../report/delivery.mjs";
import { visit } from "./support.mjs";

const DIST = "dist";
const SETTINGS = "docs/hosting";
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const PATH = `${process.env.PATH}:/usr/sbin`; // where Debian puts nginx
const rules = parseRules(readFileSync(`${DIST}/_headers`, "utf8"));

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** nginx as one process with the settings as they are, but for ports, certificates and the place of the files. */
async function startNginx({ headers = (text) => text } = {}) {
  const [port, plainPort] = [await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const hasBrotli = existsSync(BROTLI);
  const settings = readFileSync(`${SETTINGS}/nginx.conf`, "utf8")
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port};`)
    .replace("listen 80;", `listen 127.0.0.1:${plainPort};`)
    .replace(/^ *(listen \[::\]|ssl_).*\n/gm, "")
    .replace(/\broot .*;/, `root ${resolve(DIST)};`)
    .replace("#brotli_static on;", hasBrotli ? "brotli_static on;" : "");
  mkdirSync(join(folder, "snippets"));
  writeFileSync(join(folder, "site.conf"), settings);
  writeFileSync(join(folder, "snippets/country-cooperation-headers.conf"), headers(readFileSync(`${SETTINGS}/headers.conf`, "utf8")));
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/temp;`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `${hasBrotli ? `load_module ${BROTLI};` : ""}
     daemon off; master_process off; pid ${folder}/pid; error_log stderr crit;
     events {}
     http { access_log off; ${places.join(" ")} include site.conf; }`,
  );

  const nginx = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], {
    env: { ...process.env, PATH },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  nginx.stderr.on("data", (text) => (told += text));
  const ended = new Promise((resolve) => nginx.once("exit", resolve).once("error", resolve));
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(url).catch(() => null))) {
    if (nginx.exitCode !== null || nginx.pid === undefined) throw new Error(`nginx has not started: ${told}`);
    await wait(50);
  }
  return {
    url,
    plain: `http://127.0.0.1:${plainPort}`,
    close: async () => {
      nginx.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

const site = {};
before(async () => {
  site.server = await startNginx();
  site.browser = await launchBrowser();
  site.keeper = await site.browser.newPage(); // Chromium ends when its last page closes
});
after(async () => {
  await site.browser?.close();
  await site.server?.close();
});

test("the check of a published site finds no fault", async () => {
  const { looked, problems } = await checkSite(site.server.url, { rules });
  assert.deepEqual(problems, []);
  assert.ok(looked > 60, `only ${looked} addresses were looked at`);
  assert.deepEqual((await checkSite(site.server.url)).problems, [], "without a build at hand");
});

test("every file is sent with its type and its headers", async () => {
  const host = openHost();
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$|^_headers$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length));
  const problems = await Promise.all(
    files.map(async (file) => {
      const url = new URL(file.replace(/\.html$/, ""), site.server.url);
      return (await look(host, url, { rules })).problems.map((problem) => `${file}: ${problem}`);
    }),
  );
  host.close();
  assert.deepEqual(problems.flat(), []);
});

test("feeds, citations and the manifest have the types that programs look for", async () => {
  const types = {
    "/feeds/en/publications.xml": "application/atom+xml; charset=utf-8",
    "/cite/afro-work-2008.ris": "application/x-research-info-systems; charset=utf-8",
    "/cite/afro-work-2008.bib": "application/x-bibtex; charset=utf-8",
    "/en.webmanifest": "application/manifest+json",
  };
  for (const [path, type] of Object.entries(types)) {
    assert.equal((await fetch(site.server.url + path)).headers.get("content-type"), type, path);
  }
});

test("the check names what is missing or wrong", async () => {
  const cases = [
    [(text) => text.replace(/^add_header Content-Security-Policy .*$/m, ""), "/en: Content-Security-Policy is missing"],
    [(text) => text.replace('"nosniff"', '"sniff"'), '/en: X-Content-Type-Options is "sniff" instead of "nosniff"'],
    [(text) => text.replace(/(\$opener) always/, "$1"), "/en/no-such-page: Cross-Origin-Opener-Policy is missing"],
    [(text) => text.replace(/^add_header Access-Control.*$/m, ""), "/embed/v1/loader.js: Access-Control-Allow-Origin is missing"],
    [(text) => `${text}\nadd_header X-Frame-Options DENY always;`, "/embed/v1/en/country/KEN: X-Frame-Options keeps other sites from showing it"],
    [(text) => text.replace("$keep", '"max-age=600"'), '/en: Cache-Control is "max-age=600": browsers must ask again each time (no-cache)'],
  ];
  for (const [headers, line] of cases) {
    const spoilt = await startNginx({ headers });
    try {
      const { problems } = await checkSite(spoilt.url, { rules });
      assert.ok(problems.includes(line), `${line}\n\nis not among\n\n${problems.slice(0, 5).join("\n")}`);
    } finally {
      await spoilt.close();
    }
  }
});

test("an address without https, with a slash at its end or of another host leads where it should", async () => {
  const leadsTo = async (address) => {
    const { status, headers } = await fetch(address, { redirect: "manual" });
    return [status, headers.get("location")];
  };
  const { url, plain } = site.server;
  assert.deepEqual(await leadsTo(`${plain}/en?q=a%20b`), [301, "https://127.0.0.1/en?q=a%20b"]);
  assert.deepEqual(await leadsTo(`${url}/en/countries/?q=a%20b`), [301, "/en/countries?q=a%20b"]);
  for (const path of ["/%5Cother.example/", "/a%0D%0AX-Bad:1/"]) assert.deepEqual(await leadsTo(url + path), [404, null]);
});

// Inside a page: writes down what the browser has refused.
function watch() {
  globalThis.refused = [];
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) =>
    globalThis.refused.push(`${effectiveDirective}: ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`));
}

// Pages, and a link on each that the app follows by itself.
for (const [path, link] of [
  ["/en", ".masthead__link[href='/en/at-work']"],
  ["/en/countries", "main a[href='/en/countries/KEN']:visible"],
  ["/en/countries/KEN", "main a[href^='/en/publications']:visible"],
  ["/en/publications?q=health", ".results a[href^='/en/publications/']:visible"],
  ["/ar/strategies", ".masthead__link[href='/ar/contact']"],
]) {
  test(`a browser can use ${path} under these rules`, () =>
    visit(
      site,
      path,
      async (page) => {
        await page.waitForLoadState("networkidle");
        await page.locator(link).first().click();
        const isOpen = await page.waitForFunction(() => document.activeElement?.tagName === "H1").catch(() => null);
        await page.waitForLoadState("networkidle");
        assert.deepEqual(await page.evaluate(() => globalThis.refused), []);
        assert.ok(isOpen, "the link opens a page");
      },
      { prepare: (page) => page.addInitScript(watch) },
    ));
}

test("the settings for the other hosts say the same", () => {
  const sent = (path, known) => Object.assign({}, ...known.filter(({ where }) => where.test(path)).map(({ headers }) => headers));
  const paths = { "cloudfront-headers.json": "/en/countries", "cloudfront-headers-embed.json": "/embed/v1/en/country/KEN" };
  for (const [file, path] of Object.entries(paths)) {
    const always = sent(path, rules);
    assert.deepEqual(sent(path, RULES), always, "tests/report/delivery.mjs");
    const policy = JSON.parse(readFileSync(`${SETTINGS}/${file}`, "utf8"));
    const { ContentSecurityPolicy, ReferrerPolicy, ContentTypeOptions } = policy.SecurityHeadersConfig;
    const { Items, Quantity } = policy.CustomHeadersConfig;
    assert.equal(Quantity, Items.length);
    assert.ok([ContentSecurityPolicy, ReferrerPolicy, ContentTypeOptions, ...Items].every(({ Override }) => Override));
    const said = {
      "Content-Security-Policy": ContentSecurityPolicy.ContentSecurityPolicy,
      "Referrer-Policy": ReferrerPolicy.ReferrerPolicy,
      "X-Content-Type-Options": "nosniff", // the only value there is
      ...Object.fromEntries(Items.map(({ Header, Value }) => [Header, Value])),
    };
    assert.deepEqual(said, always, file);
  }
});

test("no file gets the values of two rules for one header", () => {
  const paths = ["/", "/en", "/en/countries", "/worker.js", "/data/index.json", "/embed/check", "/embed/v1/", "/embed/v1/loader.js", "/embed/v1/en/country/KEN"];
  for (const path of paths) {
    const names = rules.filter(({ where }) => where.test(path)).flatMap(({ headers }) => Object.keys(headers));
    assert.deepEqual(names, [...new Set(names)], path);
    assert.ok(names.includes("Content-Security-Policy"), path);
  }
});

test("the file of headers is within what Cloudflare takes", () => {
  const lines = readFileSync(`${DIST}/_headers`, "utf8").split("\n");
  assert.ok(rules.length <= 100, `${rules.length} rules`);
  assert.ok(lines.every((line) => line.length <= 2000));
  // Of two rules for one path it reads the last.
  const paths = lines.filter((line) => line.startsWith("/"));
  assert.deepEqual(paths, [...new Set(paths)]);
});

test("CloudFront's function leads an address to its file", () => {
  const { handler } = runInNewContext(`${readFileSync(`${SETTINGS}/cloudfront-function.js`, "utf8")}; ({ handler })`);
  const file = (uri) => handler({ request: { uri, querystring: {} } }).uri;
  assert.equal(file("/"), "/index.html");
  assert.equal(file("/embed/v1/"), "/embed/v1/index.html");
  assert.equal(file("/embed/v1/en/country/KEN"), "/embed/v1/en/country/KEN.html");
  assert.equal(file("/en/countries/KEN"), "/en/countries/KEN.html");
  assert.equal(file("/data/index.json"), "/data/index.json");
  const { statusCode, headers } = handler({ request: { uri: "/en/", querystring: { q: { value: "a" }, region: { value: "AFR", multiValue: [{ value: "AFR" }, { value: "EUR" }] } } } });
  assert.equal(statusCode, 301);
  assert.equal(headers.location.value, "/en?q=a&region=AFR&region=EUR");
  assert.equal(file("/%5Cother.example/"), "/%5Cother.example/");
});
