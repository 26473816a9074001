import { expect, test, vi } from "vitest";
import type { FindingName, KnownName } from "../findings/findings.ts";
import { createFacts } from "../run/subject.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import type { Derivation } from "./define.ts";
import { factsBehind, findings, isFinding, pick } from "./index.ts";

const names = Object.keys(findings) as FindingName[];

test.each(names)("%s can be derived where nobody answered, and leaves its facts alone", (name) => {
  const frozen = deepFreeze(structuredClone(nothingAnswered));
  expect(() => pick(frozen, [name])).not.toThrow();
  expect(pick(frozen, [name])).toEqual(pick(nothingAnswered, [name]));
});

test.each(names)("%s needs facts and findings that there are, and never itself", (name) => {
  const behind = (of: KnownName, above: readonly KnownName[]): void => {
    expect(above).not.toContain(of);
    if (!isFinding(of)) expect(Object.keys(nothingAnswered)).toContain(of);
    else for (const need of (findings[of] as Derivation<FindingName>).needs) behind(need, [...above, of]);
  };
  behind(name, []);
});

test("in a check each finding is derived once, however many ask for it", async () => {
  const derive = vi.spyOn(findings.forwardConfirmation, "derive");
  const source = createFacts({ id: "x", scope: "server", seeds: nothingAnswered, signals: [] }, {}, () => {
    throw new Error("nothing has to be gathered");
  });
  await Promise.all([
    source("identityChain"),
    source("sender"),
    source("intendedHostname"),
    source("forwardConfirmation"),
  ]);
  expect(derive).toHaveBeenCalledTimes(1);
  derive.mockRestore();
});

test("a subject may bring a finding along", async () => {
  const sender = { domain: "example.com" as never, origin: "target" as const };
  const seeds = { ...nothingAnswered, sender };
  const source = createFacts({ id: "x", scope: "domain", seeds, signals: [] }, {}, () => undefined as never);
  expect(await source("sender")).toBe(sender);
});

test("the questions behind a finding are those of its facts; one that only chooses what to ask shows none", () => {
  expect(factsBehind(["address", "forwardConfirmation"])).toEqual(["address", "reverse", "forward"]);
  expect(factsBehind(["sender", "dmarc"])).toEqual(["dmarc"]);
});

function deepFreeze<T>(value: T): T {
  if (value && typeof value === "object") for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}
