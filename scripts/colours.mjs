// npm run colours: writes the colours of app/styles/tokens.css down for what is drawn without style sheets.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "./steps.mjs";

const FILE = join(ROOT, "lib/checks/present/export/colours.ts");
const css = readFileSync(join(ROOT, "app/styles/tokens.css"), "utf8");

/** The colours of one block of the sheet, by their names without `--color-`. */
const coloursIn = (start) => {
  const from = css.indexOf(start);
  if (from < 0) throw new Error(`app/styles/tokens.css has no ${start}`);
  const block = css.slice(from, css.indexOf("}", from));
  return [...block.matchAll(/--color-([a-z0-9-]+):\s*(#[0-9a-f]{3,8});/g)].map(([, name, value]) => [name, value]);
};
const table = (entries) => entries.map(([name, value]) => `  "${name}": "${value}",`).join("\n");

writeFileSync(
  FILE,
  `// Written by \`npm run colours\` from app/styles/tokens.css, the one place of colours. A test says when they differ.

/** The colours of the light scheme, for pictures: a badge and a card look the same wherever they are shown. */
export const COLOURS = {
${table(coloursIn("@theme"))}
} as const;

/** Those that the dark scheme has instead. */
export const DARK_COLOURS = {
${table(coloursIn("@media screen and (prefers-color-scheme: dark)"))}
} as const;
`,
);
process.exitCode = await run("biome", ["check", "--write", FILE]);
