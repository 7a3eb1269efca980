// The checker axe-core with every rule of levels A and AA and of good practice; nothing is switched off or left out.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const script = createRequire(new URL("../package.json", import.meta.url)).resolve("axe-core/axe.min.js");

/** Addresses of every kind of page, and of lists in their different states. */
export const VIEWS = [
  "", "/countries", "/countries?view=table&region=AFR", "/countries?view=map", "/countries?compare=KEN,UGA&region=AFR", "/countries/TUV", "/countries/XKX", "/strategies", "/strategies?view=timeline", "/publications", "/publications?q=zzzz",
  "/publications/afro-work-2008", "/at-work", "/support", "/reform", "/un-collaboration", "/contact", "/about", "/accessibility", "/embed", "/embed?view=country&country=TUV&accent=ffff00&theme=light", "/nothing",
];

export const LANGUAGES = ["en", "fr", "es", "ar", "zh", "ru"];

/** What each language is looked at in. */
export const LOOKS = {
  light: { colorScheme: "light" },
  "dark, 320 px": { colorScheme: "dark", width: 320 },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
};

/** Shows an open page in a look; without motion, so that no colour is on its way to another one. */
export async function look(page, name) {
  const { width = 1280, forcedColors = null, colorScheme } = LOOKS[name];
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Looks at a page: `{ passes, violations }`, how many rules hold and what breaks one, in words. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(readFileSync(script, "utf8")); // as the debugger does: the policy of the host lets no script in
  const { passes, violations } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags, rules: { "target-size": { enabled: true } } }),
    TAGS,
  );
  const words = ({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`;
  return { passes: passes.length, violations: violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(words).join(" | ")}`) };
}
