import { resolve } from "node:path";
import type { Measure } from "./measure.ts";

// One after the other: two at a time would measure each other.
const BENCHES = [
  "critical-path",
  "own-cpu",
  "loss",
  "sweep",
  "first-row",
  "pools",
  "instances",
  "manners",
  "dnsbl",
  "names",
  "pages",
  "lighthouse",
  "readers",
  "overload",
  "at-once",
  "nginx",
  "listener",
  "kill",
  "soak",
  "scripts",
  "start",
  "dev",
];

// What a bench has started ends with it, also when it is stopped.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

// A number is how often: kills, checks of the soak. `lighthouse:report` is one part of a bench that has several.
const words = process.argv.slice(2);
const often = words.find((word) => /^\d+$/.test(word));
const parts = new Map(
  words
    .filter((word) => word !== often)
    .map((word) => {
      const [name = "", part] = word.split(":");
      return [name, part] as const;
    }),
);
const wanted = [...parts.keys()];
const strange = wanted.filter((name) => !BENCHES.includes(name));
if (strange.length > 0) throw new Error(`there is no bench ${strange.join(", ")}; there are ${BENCHES.join(", ")}`);
const many = often ? { count: Number(often) } : {};
let missed = 0;
for (const name of BENCHES.filter((each) => wanted.length === 0 || wanted.includes(each))) {
  console.log(`\n${name}`);
  const { bench } = (await import(resolve(import.meta.dirname, `${name}.ts`))) as {
    bench: (how: { readonly count?: number; readonly part?: string }) => Promise<Measure[]>;
  };
  const part = parts.get(name);
  for (const { name: what, value, bar, unit } of await bench(part ? { ...many, part } : many)) {
    const verdict = bar === undefined ? "" : value <= bar ? "ok" : "NOT OK";
    if (verdict === "NOT OK") missed++;
    const allowed = bar === undefined ? "" : `at most ${bar}`;
    console.log(`  ${what.padEnd(72)} ${`${value} ${unit}`.padEnd(20)} ${allowed.padEnd(14)} ${verdict}`.trimEnd());
  }
}
console.log(missed === 0 ? "\nevery bar is held" : `\n${missed} bars are missed`);
process.exit(missed === 0 ? 0 : 1);
