// The checker axe-core with every rule of levels A and AA and of good practice; nothing is switched off or left out.

import { createRequire } from "node:module";

const script = createRequire(new URL("../package.json", import.meta.url)).resolve("axe-core/axe.min.js");

/** Addresses of every kind of page, and of lists in their different states. */
export const VIEWS = [
  "", "/countries", "/countries?view=table&region=AFR", "/countries?view=map", "/countries?compare=KEN,UGA&region=AFR", "/countries/TUV", "/countries/XKX", "/strategies", "/publications", "/publications?q=zzzz",
  "/publications/afro-work-2008", "/at-work", "/support", "/reform", "/un-collaboration", "/contact", "/about", "/accessibility", "/nothing",
];

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Looks at a page: `{ passes, violations }`, how many rules hold and what breaks one, in words. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.addScriptTag({ path: script });
  const { passes, violations } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags, rules: { "target-size": { enabled: true } } }),
    TAGS,
  );
  const words = ({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`;
  return { passes: passes.length, violations: violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(words).join(" | ")}`) };
}
