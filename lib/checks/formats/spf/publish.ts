import { family, type IpAddress } from "../../net/address.ts";
import { repairSpf } from "./spf-repair.ts";
import { parseSpf } from "./spf-syntax.ts";

/**
 * A record that also lets this address send: its `ip4` or `ip6` put before the term that decided otherwise, so that it
 * is met first, or at the end where none did. It asks the DNS nothing, so no limit comes nearer.
 */
export function letIn(record: string, address: IpAddress, decided?: string): string {
  const term = `${family(address) === 4 ? "ip4" : "ip6"}:${address}`;
  const { terms } = parseSpf(record);
  const at = terms.find(({ text }) => text === decided)?.at ?? record.trimEnd().length;
  return [record.slice(0, at).trimEnd(), term, record.slice(at).trim()].filter((part) => part !== "").join(" ");
}

/**
 * A first record for a domain that has none: this address, and a soft no to others while the rest is collected. For a
 * name that is one server's, the no may be a hard one.
 */
export const firstRecord = (address: IpAddress, others: "~" | "-" = "~"): string =>
  letIn(`v=spf1 ${others}all`, address, `${others}all`);

/** The record with slips mended that keep it from being read as SPF; undefined where none was meant, or it is unclear. */
export const nearRecord = (texts: readonly string[]): string | undefined =>
  texts.map(repairSpf).find((record) => record !== undefined);

/** A TXT record as a line of a zone file, in character-strings of at most 255 octets (RFC 1035 sections 3.3.14, 5.1). */
export function txtLine(owner: string, value: string): string {
  const strings = value.match(/[\s\S]{1,255}/g) ?? [""];
  return `${owner}.  3600  IN  TXT  ${strings.map(quoted).join(" ")}`;
}

function quoted(value: string): string {
  const escaped = value
    .replace(/["\\]/g, "\\$&")
    .replace(/[^\x20-\x7e]/g, (char) => `\\${String(char.charCodeAt(0)).padStart(3, "0")}`);
  return `"${escaped}"`;
}
