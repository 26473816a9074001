import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Measure, median, round } from "./measure.ts";

/*
 * What one check takes of the processor itself, the small internet's part not counted: the median of five after a
 * warm-up, in each of some processes of its own. `NAMEPLATE_BEFORE` names a checkout of an earlier state (with its
 * `node_modules`) to compare with, measured in turn.
 */

const ROUNDS = 3;
const PROGRAM = join(import.meta.dirname, "own-cpu-of.ts");
const [BAR_MS, BAR_RATIO] = [40, 0.7];

export async function bench(): Promise<Measure[]> {
  const before = process.env.NAMEPLATE_BEFORE;
  const taken = { now: [] as number[], before: [] as number[] };
  for (let i = 0; i < ROUNDS; i++) {
    taken.now.push(await medianOf(join(import.meta.dirname, "..")));
    if (before) taken.before.push(await medianOf(before));
  }
  const own = median(taken.now);
  const measures: Measure[] = [
    { name: "processor time of one check, median of five", value: round(own, 1), bar: BAR_MS, unit: "ms" },
  ];
  if (before) {
    const theirs = median(taken.before);
    measures.push(
      { name: "… of the state before", value: round(theirs, 1), unit: "ms" },
      { name: "… over the state before", value: round(own / theirs, 2), bar: BAR_RATIO, unit: "" },
    );
  }
  return measures;
}

async function medianOf(root: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, root]);
  return median(JSON.parse(stdout) as number[]);
}
