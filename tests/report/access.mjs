// axe-core over every view, in six languages and in every look, as a table. With --write into docs/accessibility-report.md.
// Needs the release build; some ten minutes.

import { readFileSync, writeFileSync } from "node:fs";

import { LANGUAGES, LOOKS, VIEWS, axe, look } from "./axe.mjs";
import { launchBrowser, quiet, started } from "./browser.mjs";
import { startServer } from "./server.mjs";

const version = JSON.parse(readFileSync(new URL("../node_modules/axe-core/package.json", import.meta.url))).version;
const server = await startServer("dist");
const browser = await launchBrowser();
const keeper = await browser.newPage();
const rows = [];
try {
  for (const view of VIEWS) {
    const tally = Object.fromEntries(Object.keys(LOOKS).map((name) => [name, { violations: 0, passes: Infinity }]));
    for (const language of LANGUAGES) {
      const page = await browser.newPage();
      await page.goto(`${server.url}/${language}${view}`);
      await started(page);
      await page.locator("main h1").first().waitFor();
      await quiet(page);
      await page.waitForFunction(() => !document.querySelector("main .status, [data-brief]:not([data-whole])"));
      for (const name of Object.keys(LOOKS)) {
        await look(page, name);
        const { passes, violations } = await axe(page);
        for (const violation of violations) console.log(`${language}${view}, ${name}: ${violation}`);
        tally[name].violations += violations.length;
        tally[name].passes = Math.min(tally[name].passes, passes);
      }
      await page.close();
    }
    const cells = Object.values(tally).map(({ violations, passes }) => `${violations} (${passes})`);
    rows.push(`| \`/{lang}${view}\` | ${cells.join(" | ")} |`);
    console.log(rows.at(-1));
  }
} finally {
  await keeper.close();
  await browser.close();
  await server.close();
}

const day = new Date().toISOString().slice(0, 10);
const text = `# What the accessibility checker finds

axe-core ${version} with every rule of levels A and AA (WCAG 2.0, 2.1, 2.2) and of good practice, colour contrast and \`target-size\`
among them; no rule is switched off, no element left out. Chromium ${browser.version()}, ${day}. Written by
\`node tests/report/access.mjs --write\`; the same is checked by \`tests/e2e/access.test.mjs\` at every change.

Each cell: violations in all six languages together, and in brackets how many rules were met in the language with the fewest.
The other rules had nothing to look at on that page. A checker finds a part of the faults only; what was not tried stands in
the accessibility statement, and [how to try it](screen-readers.md) with a screen reader in a script of its own.

| View | ${Object.keys(LOOKS).join(" | ")} |
| --- |${" --- |".repeat(Object.keys(LOOKS).length)}
${rows.join("\n")}
`;
if (process.argv.includes("--write")) writeFileSync("docs/accessibility-report.md", text);
else console.log(text);
