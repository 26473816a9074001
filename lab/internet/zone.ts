import { parseAddress, reverseName } from "../../lib/checks/net/address.ts";

/** One zone that NSD serves. */
export interface ZoneText {
  readonly apex: string;
  /** Undefined: configured, and its file is missing, so that the server answers SERVFAIL. */
  readonly text: string | undefined;
  /** Signed, and trusted by the resolver; `bogus` ones are changed after they were signed. */
  readonly signed?: "good" | "bogus";
}

/** The owner name of an address's PTR record, absolute. */
export function ptr(text: string): string {
  const address = parseAddress(text);
  if (!address) throw new Error(`no address: ${text}`);
  return `${reverseName(address)}.`;
}

export function signed(state: "good" | "bogus", apex: string, records: string): ZoneText {
  return { ...zone(apex, records), signed: state };
}

/** A zone with this below its head; undefined: one that is not loaded. */
export function zone(apex: string, records: string | undefined): ZoneText {
  if (records === undefined) return { apex, text: undefined };
  const body = records.replaceAll(/^ +/gm, "");
  const head = `$ORIGIN ${apex}\n$TTL 60\n@ SOA ns. hostmaster.example.net. 2026112201 3600 600 86400 60\n@ NS ns.\n`;
  return { apex, text: `${head}${body}\n` };
}
