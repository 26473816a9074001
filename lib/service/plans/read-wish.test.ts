import { describe, expect, test } from "vitest";
import { createGuard } from "../../checks/net/guard.ts";
import { linesOf, readAddressLines } from "./address-lines.ts";
import { type MoveFields, type PlanFields, readMoveFields, readPlanFields } from "./read-wish.ts";

const vantage = { guard: createGuard([]) };
const plan = (more: Partial<PlanFields> = {}) =>
  readPlanFields(
    {
      from: "example.com",
      name: "mail01.example.com",
      selectors: ["s1 s2"],
      addresses: ["1.1.1.1"],
      ipv6Off: false,
      ...more,
    },
    vantage,
  );
const move = (more: Partial<MoveFields> = {}) =>
  readMoveFields(
    { from: "", name: "", selectors: [], before: ["1.1.1.1"], after: ["8.8.8.8"], purpose: "move", ...more },
    vantage,
  );
const problemsOf = (reading: ReturnType<typeof plan>) =>
  reading.ok ? [] : reading.problems.map(({ field, code, line }) => [field, code, ...(line ? [line] : [])]);

describe("addresses", () => {
  test.each([
    ["one a line", "1.1.1.1\n8.8.8.8", ["1.1.1.1", "8.8.8.8"]],
    [
      "with commas, semicolons and spaces",
      "1.1.1.1, 8.8.8.8; 9.9.9.9 1.0.0.1",
      ["1.1.1.1", "8.8.8.8", "9.9.9.9", "1.0.0.1"],
    ],
    [
      "each once, in canonical form",
      "2606:4700::1111\n2606:4700:0:0::1111\r\n1.1.1.1\n1.1.1.1",
      ["2606:4700::1111", "1.1.1.1"],
    ],
    ["with comments and empty lines", "# old\n\n1.1.1.1 # the first\n", ["1.1.1.1"]],
    ["in brackets, with a port", "[2606:4700::1111]\n1.1.1.1:25", ["2606:4700::1111", "1.1.1.1"]],
  ])("%s", (_, text, addresses) => {
    expect(readAddressLines(linesOf(text), vantage)).toEqual({ addresses, problems: [] });
  });

  test.each([
    ["a private address", "10.1.2.3", "special-purpose"],
    ["a name", "mail.example.com", "name"],
    ["a range", "1.1.1.0/24", "range"],
    ["no address", "hello!", "characters"],
  ])("%s is named by its line in a sentence, and the others are read", (_, text, code) => {
    const { addresses, problems } = readAddressLines(["1.1.1.1", text, "8.8.8.8"], vantage);
    expect(addresses).toEqual(["1.1.1.1", "8.8.8.8"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 2, text, says: expect.stringMatching(/^[^.].*\.$/s) });
    expect(problems[0]?.code).toContain(code.slice(0, 4));
  });

  test("sixteen are taken, and one more is not", () => {
    const lines = Array.from({ length: 16 }, (_, i) => `1.1.1.${i + 1}`);
    expect(readAddressLines(lines, vantage).problems).toEqual([]);
    expect(readAddressLines([...lines, "8.8.8.8"], vantage).problems).toMatchObject([{ code: "too-many" }]);
  });

  test("a line that a terminal would obey is shown harmlessly", () => {
    const { problems } = readAddressLines(["\u001b[31mx"], vantage);
    expect(problems[0]?.text).not.toContain("\u001b");
  });
});

describe("a plan", () => {
  test("is read in canonical form", () => {
    expect(plan({ from: "postmaster@Example.COM", name: "Mail01.Example.com." })).toEqual({
      ok: true,
      input: {
        ...{ kind: "plan", from: "example.com", name: "mail01.example.com", selectors: ["s1", "s2"], ipv6Off: false },
        addresses: ["1.1.1.1"],
      },
    });
  });

  test.each([
    [
      "without anything",
      { from: "", name: "", addresses: [""] },
      [
        ["from", "empty"],
        ["name", "empty"],
        ["addresses", "empty"],
      ],
    ],
    ["with a domain that is none", { from: "not a domain" }, [["from", expect.any(String)]]],
    ["with an address literal for a name", { name: "[1.1.1.1]" }, [["name", "no-host-name"]]],
    ["with a selector that is none", { selectors: ["a b!"] }, [["selectors", "selector"]]],
    ["with IPv6 both off and there", { ipv6Off: true, addresses: ["2606:4700::1111"] }, [["ipv6", "contradiction"]]],
  ])("%s is sent back with a sentence for each field", (_, more, problems) => {
    expect(problemsOf(plan(more))).toEqual(problems);
  });
});

describe("a move", () => {
  test("needs no name and no domain", () => {
    expect(move()).toEqual({
      ok: true,
      input: { kind: "move", purpose: "move", selectors: [], before: ["1.1.1.1"], after: ["8.8.8.8"] },
    });
  });

  test("names the side and the line of what cannot be read", () => {
    expect(problemsOf(move({ before: ["1.1.1.1", "mail.example.com"], after: [] }))).toEqual([
      ["before", "name", 2],
      ["after", "empty"],
    ]);
  });

  test("has no address on both sides", () => {
    expect(problemsOf(move({ after: ["1.1.1.1"] }))).toEqual([["after", "both-sides"]]);
  });
});
