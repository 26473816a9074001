import { type IpAddress, reverseName } from "../../net/address.ts";
import type { Remedy } from "../../report/report.ts";

/** Seconds: long enough for caches, short enough to correct a mistake the same day. */
export const TTL = 3600;

/** The name that stands in guides that nobody has filled in. */
export const PLACEHOLDER = "mail.example.com";

/** The forward record, as a line of a zone file. */
export const forwardRecord = ({ type, address }: Pick<Remedy, "type" | "address">, name: string): string =>
  `${name}. ${TTL} IN ${type} ${address}`;

/** The PTR record, as a line of a zone file: at the reverse name, or where its alias leads (RFC 2317). */
export function ptrRecord(address: string, name: string, owner = reverseName(address as IpAddress) as string): string {
  return `${owner}. ${TTL} IN PTR ${name}.`;
}
