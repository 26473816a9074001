// npm run fonts: writes app/fonts, the faces of the pages, with no more in them than pages use. The packages' own are twice as large.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { ROOT } from "./steps.mjs";

/** The weights that the sheet and the utilities ask for. */
const WEIGHTS = { wght: { min: 400, max: 700 } };

// Kerning, marks, and digits of one width. Of the monospaced face no ligatures: a record has to be read sign by sign.
await write("inter", ["calt", "ccmp", "kern", "locl", "mark", "mkmk", "tnum"]);
await write("jetbrains-mono", ["ccmp", "locl", "mark", "mkmk"]);

async function write(name, keepFeatures) {
  const folder = join(ROOT, "node_modules/@fontsource-variable", name);
  const whole = readFileSync(join(folder, `files/${name}-latin-wght-normal.woff2`));
  const { latin } = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8"));
  const small = await subsetFont(whole, characters(latin), {
    targetFormat: "woff2",
    keepFeatures,
    variationAxes: WEIGHTS,
  });
  writeFileSync(join(ROOT, `app/fonts/${name}.woff2`), small);
  console.log(`app/fonts/${name}.woff2: ${small.length} octets instead of ${whole.length}`);
}

/** All characters of "U+0000-00FF,U+0131". */
function characters(ranges) {
  return ranges
    .split(",")
    .flatMap((range) => {
      const [first, last = first] = range.slice(2).split("-");
      const from = Number.parseInt(first, 16);
      return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, at) => String.fromCodePoint(from + at));
    })
    .join("");
}
