import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseTarget } from "../target/target.ts";
import { corpus } from "../testing/corpora.ts";
import { ip } from "../testing/facts.ts";
import { parseAddress } from "./address.ts";
import { createGuard } from "./guard.ts";
import { classify, embeddedAddresses } from "./special-purpose.ts";
import { IPV4_REGISTRY, IPV6_REGISTRY } from "./special-purpose-registry.ts";

test.each([
  ["10.1.2.3", "private", "10.0.0.0/8"],
  ["100.100.100.200", "shared", "100.64.0.0/10"],
  ["127.0.0.53", "loopback", "127.0.0.0/8"],
  ["169.254.169.254", "link-local", "169.254.0.0/16"],
  ["192.0.0.9", "protocol", "192.0.0.9/32"],
  ["192.0.0.77", "protocol", "192.0.0.0/24"],
  ["192.31.196.1", "protocol", "192.31.196.0/24"],
  ["224.0.0.1", "multicast", "224.0.0.0/4"],
  ["255.255.255.255", "broadcast", "255.255.255.255/32"],
  ["::", "unspecified", "::/128"],
  ["::1", "loopback", "::1/128"],
  ["fd00::1", "private", "fc00::/7"],
  ["fec0::1", "private", "fec0::/10"],
  ["2001:db8::1", "documentation", "2001:db8::/32"],
  ["2001:20::1", "identifier", "2001:20::/28"],
  ["2001:100::1", "protocol", "2001::/23"],
  ["4000::1", "unallocated", "::/0"],
  ["fe80::5efe:a00:1", "link-local", "fe80::/10"],
])("%s is %s, by its most specific block %s", (address, kind, cidr) => {
  expect(classify(ip(address))).toEqual(expect.objectContaining({ kind, cidr }));
});

test.each(["193.0.6.139", "1.1.1.1", "2a00:1450:4001::1a", "2620:fe::fe", "2a00:1450::5efe:808:808"])(
  "%s is an ordinary public address",
  (address) => expect(classify(ip(address))).toBeUndefined(),
);

test.each([
  ["::ffff:10.0.0.1", "translation", "10.0.0.1"],
  ["::ffff:8.8.8.8", "translation", "8.8.8.8"],
  ["::a00:1", "translation", "10.0.0.1"],
  ["::ffff:0:a00:1", "translation", "10.0.0.1"],
  ["64:ff9b::a00:1", "translation", "10.0.0.1"],
  ["64:ff9b:1::a00:1", "translation", "10.0.0.1"],
  ["64:ff9b:1:a00:0:100::", "translation", "10.0.0.1"],
  ["2002:a00:1::1", "tunnel", "10.0.0.1"],
  ["2001:0:a00:1::", "tunnel", "10.0.0.1"],
  ["2001:0:4136:e378:8000:63bf:f5ff:fffe", "tunnel", "10.0.0.1"],
  ["2a00:1450::5efe:a00:1", "private", "10.0.0.1"],
  ["2a00:1450::200:5efe:a00:1", "private", "10.0.0.1"],
])("%s is %s and carries %s", (address, kind, embedded) => {
  expect(classify(ip(address))).toEqual(expect.objectContaining({ kind, embedded }));
  expect(embeddedAddresses(ip(address))).toContain(embedded);
});

describe("the registries in code are IANA's", () => {
  for (const [file, table] of [
    ["iana/iana-ipv4-special-registry-1.csv", IPV4_REGISTRY],
    ["iana/iana-ipv6-special-registry-1.csv", IPV6_REGISTRY],
  ] as const) {
    const path = corpus(file);
    test.skipIf(!path)(file, () => {
      const [, ...rows] = csv(readFileSync(path ?? "", "utf8"));
      const theirs = rows.flatMap(([blocks = "", name = "", rfc = "", , , , , , reachable = ""]) =>
        blocks
          .replace(/ \[\d+\]/g, "")
          .split(", ")
          .map((cidr) => ({
            cidr,
            name: name.replaceAll('"', ""),
            rfcs: numbers(rfc),
            globallyReachable: /^(True|False)/.test(reachable) ? reachable.startsWith("True") : undefined,
          })),
      );
      const ours = table.map(({ cidr, name, rfc, globallyReachable }) => ({
        cidr,
        name,
        rfcs: numbers(rfc),
        globallyReachable,
      }));
      expect(ours).toEqual(theirs);
    });
  }
});

const vectors = corpus("own/address-vectors.tsv");
test.skipIf(!vectors)(
  "every spelling of a special address is no address, or is denied; public ones are allowed",
  () => {
    const guard = createGuard();
    const wrong = readFileSync(vectors ?? "", "utf8")
      .split("\n")
      .filter((line) => line && !line.startsWith("#"))
      .filter((line) => {
        const [input = "", , , expected = ""] = line.split("\t");
        const reading = parseTarget(JSON.parse(input));
        const address = reading.ok && reading.target.kind === "address" ? reading.target.address : undefined;
        // A name is no danger: the guard judges whatever it resolves to. But a number must not come out as one.
        if (expected === "deny-or-resolve-then-deny") return address && guard(address).allowed;
        if (expected === "allow") return !address || !guard(address).allowed || parseAddress(address) !== address;
        return address ? guard(address).allowed : reading.ok;
      });
    expect(wrong).toEqual([]);
  },
);

/** RFC numbers in order, whatever is written around them. */
const numbers = (text: string): string[] => [...text.matchAll(/RFC ?(\d+)/g)].map(([, number = ""]) => number);

/** RFC 4180, as far as these files need it. */
function csv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
