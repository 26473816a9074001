import { expect, test } from "vitest";
import { ip } from "../testing/facts.ts";
import { type Cidr, parseCidr } from "./address.ts";
import { createGuard } from "./guard.ts";

const ranges = (text: string): Cidr[] =>
  text
    .split(" ")
    .filter(Boolean)
    .flatMap((range) => parseCidr(range) ?? []);

test.each([
  ["", "193.0.6.139", true],
  ["", "10.1.2.3", false],
  ["", "192.0.0.9", false],
  ["10.0.0.0/8", "10.1.2.3", true],
  ["10.0.0.0/8", "193.0.6.139", true],
  ["10.0.0.0/8", "192.168.0.1", false],
  // The disguises of an allowed address stay closed.
  ["10.0.0.0/8", "::ffff:10.1.2.3", false],
  ["10.0.0.0/8", "::a01:203", false],
  ["10.0.0.0/8", "64:ff9b::a01:203", false],
  ["10.0.0.0/8", "2002:a01:203::1", false],
  ["10.0.0.0/8", "2a00:1450::5efe:a01:203", false],
  // An allowed range does not open what hides in it.
  ["::/0", "::ffff:10.1.2.3", false],
  ["64:ff9b::/96", "64:ff9b::7f00:1", false],
  ["64:ff9b::/96", "64:ff9b::808:808", true],
  ["64:ff9b:1::/48", "64:ff9b:1::a01:203", false],
  ["64:ff9b:1::/48", "64:ff9b:1::808:808", true],
  ["2002::/16", "2002:7f00:1::1", false],
  ["2001::/32", "2001:0:4136:e378:8000:63bf:80ff:fffe", false],
  ["2001::/32", "2001:0:7f00:1::f7f7:f7f7", false],
  ["2a00:1450::/32", "2a00:1450::5efe:7f00:1", false],
  // Naming both opens both.
  ["::ffff:0:0/96 10.0.0.0/8", "::ffff:10.1.2.3", true],
  ["::ffff:0:0/96 10.0.0.0/8", "::ffff:127.0.0.1", false],
  ["fd00::/8", "fd00::1", true],
  ["fd00::/8", "fd00::5efe:7f00:1", false],
  ["127.0.0.0/8 ::1/128", "::1", true],
  ["0.0.0.0/0", "::1", false],
])("with %j allowed, %s: %s", (allowed, address, expected) => {
  expect(createGuard(ranges(allowed))(ip(address)).allowed).toBe(expected);
});

test("a refusal names the block", () => {
  expect(createGuard()(ip("10.1.2.3"))).toEqual({
    allowed: false,
    block: { cidr: "10.0.0.0/8", name: "Private-Use", rfc: "RFC 1918", kind: "private" },
  });
});
