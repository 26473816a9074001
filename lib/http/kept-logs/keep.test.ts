import { expect, test } from "vitest";
import { readLines } from "../../inbound/log/testing/read.ts";
import { MOST_READINGS, tableOfLog, unpackTable } from "../../service/kept-logs/kept-log.ts";
import { keepReading, keptPage, packedForPage } from "./keep.ts";

const NOBODY = { addresses: [], names: [] };
const BACK = { href: "/bounce", text: "Back to the form" };
const REQUEST = new Request("http://localhost:3000/bounce/read", { method: "POST" });

/** Lines of so many deliveries each, as a file of events has them: no two to the same receiver. */
const events = (lines: number, each: number) =>
  readLines(
    ...Array.from({ length: lines }, (_, line) =>
      JSON.stringify(
        Array.from({ length: each }, (_, i) => ({
          ...{ event: "delivered", sg_message_id: `m${line}-${i}`, response: "250 OK", timestamp: 1_764_065_100 },
          email: `a@d${line}-${i}.example`,
        })),
      ),
    ),
  );
const LARGE = events(25, 1_000);

test("few lines with more rows than a table has are not kept, and cost nothing", async () => {
  expect([LARGE.lines, LARGE.readings.length]).toEqual([25, 25_000]);
  const keeping = await keepReading(REQUEST, LARGE, NOBODY);
  expect([keeping.ok, !keeping.ok && keeping.code, [...keeping.headers]]).toEqual([false, "too-large", []]);
  const page = keptPage(REQUEST, keeping, BACK);
  expect([page.status, page.headers.has("retry-after")]).toEqual([413, false]);
  expect(await page.text()).toContain("A table of more than 20,000 rows cannot be kept.");
  expect(MOST_READINGS).toBe(20_000);
});

test("a page brings along a table that fits into it, and no other", async () => {
  expect(await packedForPage(LARGE, NOBODY)).toBeUndefined();
  const few = events(2, 10);
  const packed = (await packedForPage(few, NOBODY)) ?? "";
  expect(await unpackTable(Buffer.from(packed, "base64url"))).toEqual(tableOfLog(few, NOBODY));
  // Few enough rows, and nothing in them that repeats.
  const readings = Array.from({ length: 4_000 }, (_, i) => few.readings[i % 20] ?? []).flat();
  const various = readings.map((one) => ({ ...one, receiver: crypto.randomUUID() }));
  expect(await packedForPage({ ...few, readings }, NOBODY)).toBeDefined();
  expect(await packedForPage({ ...few, readings: various }, NOBODY)).toBeUndefined();
});
