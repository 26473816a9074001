import { expect, test } from "vitest";
import { asName } from "../net/domain-name.ts";
import { name } from "../testing/facts.ts";
import { expectLinear } from "../testing/growth.ts";
import { parseClaims, targetQuery } from "./claims.ts";

test("nothing said is nothing claimed", () => {
  expect(parseClaims({})).toEqual({ claims: { selectors: [] }, problems: {} });
  expect(parseClaims({ from: "", helo: " ", selector: [] })).toEqual({ claims: { selectors: [] }, problems: {} });
});

test("the options are read as forgivingly as a name", () => {
  expect(parseClaims({ from: " Somebody@Example.COM. ", helo: "Mail.example.com", selector: "S1, s2 s1;s3" })).toEqual({
    claims: { from: "example.com", helo: "mail.example.com", selectors: ["s1", "s2", "s3"] },
    problems: {},
  });
  expect(parseClaims({ selector: ["a", "b.c", "_d"] }).claims.selectors).toEqual(["a", "b.c", "_d"]);
});

test.each([
  ["from", "localhost", "special-use"],
  ["from", "mail", "dotless"],
  ["from", "example.con", "unknown-tld"],
  ["from", "someone@", "empty-label"],
  ["helo", "a\u0007b", "characters"],
  ["helo", "x".repeat(256), "too-long"],
  ["selector", "a b/c", "selector"],
  ["selector", "-a", "selector"],
  ["selector", "a..b", "selector"],
  ["selector", "a,b,c,d,e,f,g,h,i,j,k", "selector"],
  ["selector", "x".repeat(64), "selector"],
] as const)("%s=%j: %s", (field, value, code) => {
  const { claims, problems } = parseClaims({
    from: "example.com",
    helo: "mail.example.com",
    selector: "s1",
    [field]: value,
  });
  expect(problems).toEqual({ [field]: expect.objectContaining({ code }) });
  // The other fields are kept.
  expect(Object.keys(claims).length).toBe(field === "selector" ? 3 : 2);
});

test.each([
  ["localhost", "localhost"],
  ["srv.firma.local", "srv.firma.local"],
  ["[10.1.1.1", "[10.1.1.1"],
  ["[203.0.113.7]", "[203.0.113.7]"],
  ["[IPv6:2001:db8::1]", "[IPv6:2001:db8::1]"],
  ["203.0.113.7", "203.0.113.7"],
  ["my_host.example.com", "my_host.example.com"],
  ["WIN-4G2K", "WIN-4G2K"],
  ["my laptop", "my laptop"],
  ["Mail.Example.COM.", "mail.example.com"],
])("EHLO %s is kept as it is said", (said, kept) => {
  const { claims, problems } = parseClaims({ helo: said });
  expect(problems).toEqual({});
  expect(claims.helo).toBe(kept);
  // The query brings it back.
  const params = new URLSearchParams(targetQuery(claims));
  expect(parseClaims({ helo: params.getAll("helo") }).claims.helo).toBe(kept);
});

test("the local part of an e-mail address is kept nowhere", () => {
  expect(JSON.stringify(parseClaims({ from: "somebody@localhost" }))).not.toContain("somebody");
  expect(parseClaims({ helo: "somebody@example.com" }).claims.helo).toBe("@example.com");
});

test.each([
  [{ selectors: [] }, ""],
  [{ from: name("example.com"), selectors: [] }, "?from=example.com"],
  [
    { from: name("example.com"), helo: name("mail.example.com"), selectors: ["s1", "s2"] },
    "?from=example.com&helo=mail.example.com&selector=s1&selector=s2",
  ],
])("a query is read as its claims again", (claims, query) => {
  expect(targetQuery(claims)).toBe(query);
  const params = new URLSearchParams(query);
  expect(
    parseClaims({ from: params.getAll("from"), helo: params.getAll("helo"), selector: params.getAll("selector") }),
  ).toEqual({ claims, problems: {} });
});

test("names of a zone that exists here are read", () => {
  expect(parseClaims({ from: "coherent.example" }, { zones: [asName("example")] }).claims.from).toBe(
    "coherent.example",
  );
});

test("form fields are read in time that grows as they do", () => {
  const fields = (length: number) => ({
    from: "x".repeat(length),
    helo: ["y".repeat(length)],
    selector: ["z".repeat(length), ...Array<string>(length).fill("s")],
  });
  expectLinear(fields, (values) => parseClaims(values));
});
