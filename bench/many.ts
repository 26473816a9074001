import { fromBigInt, parseAddress, reverseName, toBigInt } from "../lib/checks/net/address.ts";
import type { Content } from "../lib/checks/testing/world.ts";

/** Addresses of the pool that is measured. */
export const MANY = 1024;

const FIRST = parseAddress("2001:db8:1:10::1");

/** So many addresses, one behind the other. */
export function manyAddresses(count: number): string[] {
  if (!FIRST) throw new Error("no first address");
  return Array.from({ length: count }, (_, i) => fromBigInt(toBigInt(FIRST) + BigInt(i), 6));
}

/** Their records: each has a name of its own that resolves back. */
export function manyRecords(count: number): Content {
  const records = manyAddresses(count).map((address, i) => {
    const owner = parseAddress(address);
    if (!owner) throw new Error(`not an address: ${address}`);
    return `${reverseName(owner)}. PTR out${i + 1}.example.com.\nout${i + 1}.example.com. AAAA ${address}`;
  });
  return { records: records.join("\n") };
}
