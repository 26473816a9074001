import { expect, test } from "vitest";
import { parseCidr } from "../checks/net/address.ts";
import { createGuard } from "../checks/net/guard.ts";
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
