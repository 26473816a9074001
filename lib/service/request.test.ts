import { expect, test } from "vitest";
import { parseCidr } from "../checks/net/address.ts";
import type { DomainName } from "../checks/net/domain-name.ts";
import { createGuard } from "../checks/net/guard.ts";
import { isAddressIn, isNameIn, parseOptOut } from "../checks/net/opt-out.ts";
import { plain } from "../checks/net/safe-text.ts";
import { readAsk } from "./request.ts";

const vantage = { guard: createGuard() };

test("a target and its options are read together", () => {
  const fields = { target: "mail.nameplate.org", from: "nameplate.org", helo: "", selector: ["s1 s2"] };
  expect(readAsk(fields, vantage)).toMatchObject({
    ok: true,
    target: { kind: "host", claims: { from: "nameplate.org", selectors: ["s1", "s2"] } },
  });
});

test("what a field says counts more than what the target's spelling said", () => {
  const reading = readAsk({ target: "dkim:nameplate.org:s1", selector: "s2" }, vantage);
  expect(reading).toMatchObject({ ok: true, target: { claims: { selectors: ["s2"] } } });
  expect(readAsk({ target: "dkim:nameplate.org:s1" }, vantage)).toMatchObject({
    ok: true,
    target: { claims: { selectors: ["s1"] } },
  });
});

test("an address that we may not dial is refused, unless the operator allows it", () => {
  const fields = { target: "10.1.2.3" };
  expect(readAsk(fields, vantage)).toMatchObject({
    ok: false,
    problems: [{ field: "target", code: "special-purpose" }],
  });
  const inside = parseCidr("10.0.0.0/8");
  expect(readAsk(fields, { guard: createGuard(inside ? [inside] : []) })).toMatchObject({ ok: true });
});

test("every field that cannot be read is named", () => {
  const reading = readAsk({ target: "", from: "a b", helo: "a\u0007b", selector: "!" }, vantage);
  expect(reading).toMatchObject({ ok: false });
  if (!reading.ok) expect(reading.problems.map(({ field }) => field)).toEqual(["target", "from", "helo", "selector"]);
});

test("who asked not to be looked at is refused in every form, with a sentence that says so", () => {
  const list = parseOptOut("192.0.2.0/28 # since May\n2001:db8:7::/48\nshy.nameplate.org\n");
  if ("unreadable" in list) throw new Error(list.unreadable);
  const shy = {
    guard: createGuard(parseCidr("192.0.2.0/24") ? [parseCidr("192.0.2.0/24") as never] : [], undefined, (address) =>
      isAddressIn(list, address),
    ),
    isOptedOut: (name: DomainName) => isNameIn(list, name),
  };
  for (const target of [
    "192.0.2.7",
    "::ffff:192.0.2.7",
    "2001:db8:7::1",
    "mail.shy.nameplate.org",
    "a@shy.nameplate.org",
  ]) {
    const reading = readAsk({ target }, shy);
    expect(reading.ok, target).toBe(false);
    if (!reading.ok)
      expect(reading.problems.map(({ says }) => plain(says)).join(" "), target).toMatch(/asked|IPv6 form/);
  }
  expect(readAsk({ target: "mail.nameplate.org", from: "shy.nameplate.org" }, shy)).toMatchObject({
    ok: false,
    problems: [{ field: "from", code: "opted-out" }],
  });
  expect(readAsk({ target: "192.0.2.17" }, shy).ok).toBe(true);
  expect(readAsk({ target: "shyer.nameplate.org" }, shy).ok).toBe(true);
});
