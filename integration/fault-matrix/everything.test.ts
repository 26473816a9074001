import { expect, test } from "vitest";
import { FAULTS, look, startWorlds, targetOf } from "./matrix.ts";

const worlds = startWorlds(FAULTS.length);

test.each(FAULTS.map((fault, i) => ({ fault, i })))("with nothing but $fault everything is unknown", async (of) => {
  const world = worlds()[of.i];
  if (!world) throw new Error("no world");
  const lift = world.fault({}, of.fault);
  const report = await look(world, targetOf("coherent")).finally(lift);
  const claimed = report.verdicts.filter(({ status }) => status === "fail" || status === "warn");
  expect(claimed.map(({ signal, outcome }) => `${signal} ${outcome}`)).toEqual([]);
});
