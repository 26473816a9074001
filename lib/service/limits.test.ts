import { expect, test } from "vitest";
import { clientAddress, network, site } from "./limits.ts";

const hops = (n: number) => ({ kind: "hops", hops: n }) as const;
const proxies = { kind: "ranges", ranges: [{ address: "10.0.0.0", bits: 8 }] } as never;

test.each([
  ["nobody is trusted by default", "203.0.113.9", "198.51.100.1", hops(0), "203.0.113.9"],
  ["one proxy is believed what it saw", "127.0.0.1", "198.51.100.1", hops(1), "198.51.100.1"],
  ["what the reader wrote himself is not", "127.0.0.1", "192.0.2.66, 198.51.100.1", hops(1), "198.51.100.1"],
  ["two proxies, two hops", "127.0.0.1", "192.0.2.66, 198.51.100.1, 10.0.0.2", hops(2), "198.51.100.1"],
  ["a proxy that names nobody is itself the client", "127.0.0.1", undefined, hops(1), "127.0.0.1"],
  ["garbage ends the line", "127.0.0.1", "198.51.100.1, unknown", hops(1), "127.0.0.1"],
  [
    "trusted ranges are followed to the first stranger",
    "10.0.0.1",
    "192.0.2.66, 198.51.100.1, 10.9.9.9",
    proxies,
    "198.51.100.1",
  ],
  ["a stranger's header is not read", "203.0.113.9", "198.51.100.1", proxies, "203.0.113.9"],
  ["mapped peers are IPv4", "::ffff:203.0.113.9", undefined, hops(0), "203.0.113.9"],
  ["ports and brackets are taken off", "127.0.0.1", "[2001:db8::1]:1234", hops(1), "2001:db8::1"],
])("%s", (_, peer, forwarded, trusted, client) => {
  expect(clientAddress(peer, forwarded, trusted)).toBe(client);
});

test.each([
  ["203.0.113.9", "203.0.113.0"],
  ["::ffff:203.0.113.9", "203.0.113.0"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
  ["unknown", "unknown"],
])("%s counts as %s", (client, counted) => {
  expect(network(client)).toBe(counted);
});

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::"],
  ["203.0.113.9", undefined],
  ["::ffff:203.0.113.9", undefined],
  ["unknown", undefined],
])("the site of %s is %s", (client, counted) => {
  expect(site(client)).toBe(counted);
});
