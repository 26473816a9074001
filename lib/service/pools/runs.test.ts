import { expect, test } from "vitest";
import type { PoolEntry, PoolLook, PoolLooker } from "../../checks/index.ts";
import { parseAddress } from "../../checks/view.ts";
import { askOrUnknown, lookOrUnknown } from "./runs.ts";

const address = parseAddress("203.0.113.10");
if (!address) throw new Error("that is an address");
const entry: PoolEntry = { address };
const broken: PoolLooker = {
  look: () => Promise.reject(new Error("of ours")),
  ask: () => Promise.reject(new Error("of ours")),
};

test("an address that could not be looked at is not known", async () => {
  expect(await lookOrUnknown(broken, entry)).toMatchObject({
    isConfirmed: null,
    verdicts: [{ subject: address, signal: "reverse-dns", status: "unknown" }],
  });
});

test("a server that could not be asked was asked, and its EHLO name is not known", async () => {
  const look: PoolLook = { ...(await lookOrUnknown(broken, entry)), verdicts: [] };
  const ehlo = { subject: address, signal: "ehlo-name", group: "greeting", status: "unknown", outcome: "temperror" };
  expect(await askOrUnknown(broken, entry, look)).toMatchObject({
    smtp: { connection: "cancelled" },
    verdicts: [ehlo],
  });
  // One that was given is judged already.
  const given = { ...ehlo, status: "pass", outcome: "confirmed", evidence: {} } as PoolLook["verdicts"][number];
  expect((await askOrUnknown(broken, entry, { ...look, verdicts: [given] })).verdicts).toEqual([given]);
});
