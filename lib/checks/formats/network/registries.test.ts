import { expect, test } from "vitest";
import { ip } from "../../testing/facts.ts";
import { rdapServiceFor } from "./registries.ts";

test.each([
  ["1.1.1.1", "rdap.apnic.net"],
  ["203.0.113.10", "rdap.apnic.net"],
  ["126.255.255.255", "rdap.apnic.net"],
  ["8.8.8.8", "rdap.arin.net"],
  ["127.0.0.1", "rdap.arin.net"],
  ["45.65.1.1", "rdap.arin.net"],
  ["95.0.0.1", "rdap.db.ripe.net"],
  ["96.0.0.1", "rdap.arin.net"],
  ["193.0.6.139", "rdap.db.ripe.net"],
  ["200.3.13.10", "rdap.lacnic.net"],
  ["191.0.0.1", "rdap.lacnic.net"],
  ["196.216.2.1", "rdap.afrinic.net"],
  ["2001:db8::1", "rdap.apnic.net"],
  ["2001:4860:4860::8888", "rdap.arin.net"],
  ["2001:67c:2e8::1", "rdap.db.ripe.net"],
  ["2606:4700::1111", "rdap.arin.net"],
  ["2a01:4f8::1", "rdap.db.ripe.net"],
  ["2a1f:ffff::1", "rdap.db.ripe.net"],
  ["2804::1", "rdap.lacnic.net"],
  ["2c0f::1", "rdap.afrinic.net"],
  ["3000::1", undefined],
])("%s is asked about at %s", (address, host) => {
  expect(rdapServiceFor(ip(address))?.host).toBe(host);
});
