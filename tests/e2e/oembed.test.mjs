// What content systems are told of a page, read by a consumer from npm, as one would: from the address of the page alone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { extract } from "@extractus/oembed-extractor";

import { readFiles, startServer } from "../report/server.mjs";
import { freePort } from "./hosts.mjs";

const DIST = process.env.SITE ?? "dist";

let site;
let files;
before(
  async () => {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), "oembed-"));
    try {
      cpSync(DIST, folder, { recursive: true });
      execFileSync("cargo", ["run", "--quiet", "--locked", "--no-default-features", "--features", "pages", "--bin", "pages", "--", folder, `http://127.0.0.1:${port}`]);
      files = new Map([...readFiles(folder)].filter(([path]) => !/\.(br|gz)$/.test(path)));
      site = await startServer(files, { port });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  { timeout: 600_000 },
);
after(() => site?.close());

test("a page that has an embed is a quotation with a link, and a frame that is there", async () => {
  for (const [path, name, source, canonical = path] of [
    ["/en/countries/KEN", "Kenya", "/embed/v1/en/country/KEN"],
    ["/ar/countries", "البلدان والأقاليم والمناطق", "/embed/v1/ar/countries"],
    ["/fr/countries/by/region/AFR", null, "/embed/v1/fr/countries/AFR", "/fr/countries?region=AFR"],
    ["/en/publications/by/type/evaluation", null, "/embed/v1/en/publications/evaluation", "/en/publications?type=evaluation"],
    ["/zh/at-work", null, "/embed/v1/zh/figures"],
    // A chart is a part of a page: its document answers for itself.
    ["/embed/v1/es/chart/offices", null, "/embed/v1/es/chart/offices", "/es/at-work#offices"],
    ["/embed/v1/en/chart/served/AMR", "Region of the Americas – Served from elsewhere", "/embed/v1/en/chart/served/AMR", "/en/at-work?region=AMR#served"],
  ]) {
    const told = await extract(site.url + path);
    assert.deepEqual([told.type, told.version, told.provider_url], ["rich", "1.0", site.url + path.replace("/embed/v1", "").slice(0, 3)], path);
    // As WordPress reads it: one quotation and one frame with a title, and nothing else.
    const [, href, text, src, title, rest] = told.html.match(/^<blockquote[^>]*><a href="([^"]+)">([^<]+)<\/a><\/blockquote><iframe [^>]*src="([^"]+)" title="([^"]+)"[^>]*><\/iframe>(.*)$/);
    assert.deepEqual([href, src, rest], [site.url + canonical, site.url + source, ""]);
    assert.ok(text === told.title && (name === null || title === name), title);
    assert.ok(told.width > 0 && told.height > 0);
    assert.equal((await fetch(src)).status, 200, src);
    const policy = (await fetch(src)).headers.get("content-security-policy");
    assert.ok(!policy.includes("frame-ancestors") && policy.includes(`script-src 'self' ${site.url} 'wasm-unsafe-eval';`), policy);
  }
});

test("any other page is a link with a name", async () => {
  for (const path of ["/en/contact", "/ru/publications/afro-work-2008", "/en/publications/by/year/2020"]) {
    const told = await extract(site.url + path);
    assert.deepEqual([told.type, told.html], ["link", undefined], path);
    assert.ok(told.title.length > 3);
  }
});

test("each page names its answer, and each answer is there", () => {
  const isPage = (path) => /^\/(en|fr|es|ar|zh|ru)(\/|\.html$)/.test(path) && path.endsWith(".html");
  const pages = [...files].filter(([path]) => isPage(path));
  assert.ok(pages.length > 3000, `${pages.length} pages`);
  for (const [path, text] of pages) {
    const [, href] = String(text).match(/<link rel="alternate" type="application\/json\+oembed" title="[^"]+" href="([^"]+)">/) ?? [];
    assert.ok(href, path);
    assert.ok(files.has(new URL(href).pathname), href);
  }
});
