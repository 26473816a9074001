import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COLOURS, DARK_COLOURS } from "./colours.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const tokens = read("app/styles/tokens.css");
const pairs = (css: string) =>
  Object.fromEntries([...css.matchAll(/--color-([\w-]+):\s*(#[0-9a-f]+);/g)].map(([, name, value]) => [name, value]));

test("pictures have the colours of the style sheet (npm run colours writes them)", () => {
  const [light = "", dark = ""] = tokens.split(/@media (?:screen and \(prefers-color-scheme: dark\)|print)/);
  expect(COLOURS).toEqual(pairs(light));
  expect(DARK_COLOURS).toEqual(pairs(dark));
});

test("the icon and the manifest have them, too", () => {
  const known: readonly string[] = Object.values(COLOURS);
  for (const file of ["public/icon.svg", "public/manifest.webmanifest"]) {
    const colours = read(file).match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    expect(colours.length).toBeGreaterThan(0);
    expect(colours.filter((colour) => !known.includes(colour))).toEqual([]);
  }
});

test("no colour is written anywhere but among the tokens", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const sources = files.filter(
    (file) => /\.(ts|tsx|css)$/.test(file) && !/\.test\.tsx?$|\/testing\/|tokens\.css$|colours\.ts$/.test(file),
  );
  expect(sources.length).toBeGreaterThan(200);
  const written = sources.filter((file) =>
    /["'\s:(](#[0-9a-f]{6}|#[0-9a-f]{3}(?=["';\s]))|\b(rgba?|hsla?|oklch)\(/i.test(read(file)),
  );
  expect(written).toEqual([]);
});

describe("text can be read on its ground (WCAG 2.2, 1.4.3: 4.5 to 1)", () => {
  const grounds = ["paper", "card", "well"] as const;
  const statuses = ["pass", "warn", "fail", "info", "unknown"] as const;
  for (const [scheme, colours] of Object.entries({ light: COLOURS, dark: DARK_COLOURS }))
    test(scheme, () => {
      const pair = (ink: keyof typeof COLOURS, ground: keyof typeof COLOURS) => ({
        pair: `${ink} on ${ground}`,
        enough: contrast(colours[ink], colours[ground]) >= 4.5,
      });
      const looked = [
        ...grounds.flatMap((ground) =>
          (["ink", "ink-2", "ink-3", ...statuses] as const).map((ink) => pair(ink, ground)),
        ),
        ...statuses.map((status) => pair(status, `${status}-bg`)),
        pair("paper", "ink"),
        pair("ink", "brass-bg"),
      ];
      expect(looked.filter(({ enough }) => !enough)).toEqual([]);
    });
});

/** WCAG 2.2's contrast ratio of two colours written #rrggbb. */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
