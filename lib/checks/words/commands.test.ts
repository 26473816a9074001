import { expect, test } from "vitest";
import { sayEhlo } from "./commands.ts";

test("the command that says EHLO waits for the greeting, postscreen's as well, and for the reply before QUIT", () => {
  const [command = ""] = sayEhlo("203.0.113.10");
  const waits = /^\(sleep (\d+); .*EHLO.*; sleep (\d+); .*QUIT.*; sleep \d+\) \| nc 203\.0\.113\.10 25$/.exec(command);
  expect(Number(waits?.[1])).toBeGreaterThan(6);
  expect(Number(waits?.[2])).toBeGreaterThan(0);
});

test("there is none without an address", () => {
  expect(sayEhlo(undefined)).toEqual([]);
});
