import { expect, test } from "vitest";
import { systemResolvers } from "./system.ts";

test.each([
  [["192.0.2.53"], [{ address: "192.0.2.53", port: 53 }]],
  [["192.0.2.53:5353"], [{ address: "192.0.2.53", port: 5353 }]],
  [
    ["2001:db8::53", "[2001:db8::54]:5353"],
    [
      { address: "2001:db8::53", port: 53 },
      { address: "2001:db8::54", port: 5353 },
    ],
  ],
  [["fe80::1%eth0", "192.0.2.53"], [{ address: "192.0.2.53", port: 53 }]],
])("the system's resolvers %j are read", (servers, expected) => {
  expect(systemResolvers(servers)).toEqual(expected);
});

test("where the system has none there are three public ones", () => {
  expect(systemResolvers([]).map(({ port }) => port)).toEqual([53, 53, 53]);
});
