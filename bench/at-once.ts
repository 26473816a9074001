import { type Measure, median, round } from "./measure.ts";
import { TARGETS } from "./overload-told.ts";
import { percentile } from "./percentile.ts";
import { startService } from "./service.ts";

/*
 * A hundred checks at once, against one after the other, in the same run. Each has a selector that no other has, so none is
 * another's. The small internet is made by the thread that checks: what its servers take of the processor weighs on both.
 */

const COUNT = 100;
const ALONE = 12;
/** How far away every DNS server is, in milliseconds. */
const DELAY_MS = 50;
const BAR = 1.5;

export async function bench(): Promise<Measure[]> {
  const many = String(2 * COUNT);
  const service = await startService(DELAY_MS, { MAX_CHECKS: many, CHECKS_AT_ONCE: many });
  try {
    let asked = 0;
    const check = async (): Promise<number> => {
      asked++;
      const began = performance.now();
      const answer = await fetch(`${service.url}/api/v1/checks`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ target: TARGETS[asked % TARGETS.length], selectors: [`s${asked}`] }),
      });
      await answer.arrayBuffer();
      if (answer.status !== 201) throw new Error(`a check answered ${answer.status}`);
      return performance.now() - began;
    };
    // What is loaded with the first checks, and what is remembered from one to the next.
    for (let i = 0; i < TARGETS.length; i++) await check();
    const alone: number[] = [];
    for (let i = 0; i < ALONE; i++) alone.push(await check());
    const together = await Promise.all(Array.from({ length: COUNT }, check));
    const p99 = percentile(together, 0.99);
    return [
      {
        name: `${COUNT} checks at once over one alone, p99 over the median`,
        value: round(p99 / median(alone), 2),
        bar: BAR,
        unit: "",
      },
      { name: "… one alone, median", value: round(median(alone)), unit: "ms" },
      { name: "… at once, median", value: round(percentile(together, 0.5)), unit: "ms" },
      { name: "… at once, p99", value: round(p99), unit: "ms" },
    ];
  } finally {
    await service.end();
  }
}
