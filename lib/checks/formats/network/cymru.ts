import { family, type IpAddress, parseCidr, reverseLabels } from "../../net/address.ts";
import { asName, type DomainName } from "../../net/domain-name.ts";

/** Where Team Cymru's zones say which AS announces an address. */
export const originName = (address: IpAddress): DomainName =>
  asName(`${reverseLabels(address)}.${family(address) === 4 ? "origin" : "origin6"}.asn.cymru.com`);

/** Where they say what an AS is called. */
export const asNumberName = (asn: number): DomainName => asName(`as${asn}.asn.cymru.com`);

export interface OriginRecord {
  readonly asns: readonly number[];
  readonly prefix: string;
  readonly country?: string;
}

/**
 * The most specific of the origin records, each `AS AS … | prefix | country | registry | date`. Records that are not
 * like that are left out.
 */
export function readOrigins(records: readonly string[]): OriginRecord | undefined {
  const origins = records.flatMap((record) => {
    const [asns = "", prefix = "", country = ""] = fields(record);
    const block = parseCidr(prefix);
    const numbers = asns.split(/\s+/).flatMap((asn) => (/^[1-9]\d{0,9}$/.test(asn) ? [Number(asn)] : []));
    if (!block || numbers.length === 0) return [];
    return [{ bits: block.bits, asns: numbers, prefix, ...(/^[A-Z]{2}$/.test(country) ? { country } : {}) }];
  });
  const [best] = origins.toSorted((a, b) => b.bits - a.bits);
  if (!best) return undefined;
  const { bits: _, ...origin } = best;
  return origin;
}

/** The name of an AS out of `AS | country | registry | date | name, country`. */
export function readAsName(records: readonly string[]): string | undefined {
  for (const record of records) {
    const name = fields(record)
      .slice(4)
      .join(" | ")
      .replace(/,\s*[A-Z]{2}$/, "");
    if (name) return name;
  }
  return undefined;
}

const fields = (record: string): string[] => record.split("|").map((field) => field.trim());
