import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressFromBytes,
  bytesOf,
  fromBigInt,
  type IpAddress,
  isInside,
  parseAddress,
  parseCidr,
  reverseLabels,
  reverseName,
  toBigInt,
} from "./address.ts";

const ip = (text: string) => text as IpAddress;

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:DB8:0:0:1::1", "2001:db8::1:0:0:1"],
  ["1:0:0:2:0:0:0:3", "1:0:0:2::3"],
  ["::", "::"],
  ["::1.2.3.4", "::102:304"],
  ["::FFFF:1.2.3.4", "::ffff:1.2.3.4"],
  ["64:ff9b::1.2.3.4", "64:ff9b::102:304"],
  ["2001:db8::0:1", "2001:db8::1"],
  ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
])("%s is read as %s", (input, canonical) => expect(parseAddress(input)).toBe(canonical));

test.each([
  "",
  "1.2.3",
  "1.2.3.4.5",
  "01.2.3.4",
  "1.2.3.256",
  "0x1.2.3.4",
  " 1.2.3.4",
  "1.2.3.4\n",
  "１.2.3.4",
  "fe80::1%eth0",
  "1:2:3:4:5:6:7:8:9",
  "1::2::3",
  "1:2:3:4:5:6:7:8::",
  ":::",
  ":1::2",
  "12345::",
  "1.2.3.4::",
  "::1.2.3",
  "::1.2.3.4:5",
])("%j is no address", (input) => expect(parseAddress(input)).toBeUndefined());

describe("round trips", () => {
  test("every address survives its canonical text", () => {
    const octets = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(octets, (bytes) => {
        const address = addressFromBytes(bytes);
        expect(parseAddress(address)).toBe(address);
        expect([...bytesOf(address)]).toEqual([...bytes]);
        expect(fromBigInt(toBigInt(address), bytes.length === 4 ? 4 : 6)).toBe(address);
      }),
    );
  });
});

test("reverse names", () => {
  expect(reverseName(ip("192.0.2.1"))).toBe("1.2.0.192.in-addr.arpa");
  expect(reverseName(ip("2001:db8::1"))).toBe(
    "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
  );
  expect(reverseLabels(ip("192.0.2.1"))).toBe("1.2.0.192");
});

test.each([
  ["10.1.2.3", "10.0.0.0/8", true],
  ["11.0.0.0", "10.0.0.0/8", false],
  ["172.31.255.255", "172.16.0.0/12", true],
  ["172.32.0.0", "172.16.0.0/12", false],
  ["2001:db8::1", "2001:db8::/32", true],
  ["2001:db9::", "2001:db8::/32", false],
  ["10.1.2.3", "::/0", false],
  ["10.1.2.3", "0.0.0.0/0", true],
])("%s inside %s: %s", (address, block, inside) => {
  const cidr = parseCidr(block);
  expect(cidr && isInside(ip(address), cidr)).toBe(inside);
});
test.each(["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "::/129", "10.0.0.0/8/9", "x/8"])("%j is no block", (input) =>
  expect(parseCidr(input)).toBeUndefined(),
);
