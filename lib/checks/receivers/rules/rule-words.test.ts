import { expect, test } from "vitest";
import { plain } from "../../net/safe-text.ts";
import { resolvesElsewhere } from "./rule-words.ts";

test("of several names the one is told whose addresses are shown", () => {
  const ptr = ["gone.example.com", "old.example.com"];
  const evidence = { ptr, resolvesElsewhere: ["old.example.com", "gone.example.com"], leads: ["203.0.113.9"] };
  expect(plain(resolvesElsewhere(evidence))).toBe("old.example.com resolves to 203.0.113.9");
});

test("what stored reports call it is read as well", () => {
  expect(plain(resolvesElsewhere({ ptr: ["a.example.com"], astray: ["b.example.com"] }))).toBe(
    "b.example.com does not resolve to the address",
  );
});
