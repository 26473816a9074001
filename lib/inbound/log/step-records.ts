import { addressType, type DomainName, digPtr, forwardRecord, type IpAddress, ptrRecord } from "../../checks/view.ts";
import { CAUSES, isCause } from "../bounce/causes.ts";
import type { LogReading } from "./reading.ts";

/** Stands where nobody has said the server's name. */
const NAME = "NAME" as DomainName;
/** Causes that end with a PTR record whose name resolves back. */
const BY_RECORDS = ["reverse-dns", "fcrdns", "generic-ptr", "single-ptr"];
/** Addresses of one step that are written out. */
const MOST = 6;

/** What is to be entered for one address, and how it is proved. */
export interface AddressRecords {
  readonly address: IpAddress;
  /** The name it is to have; undefined where the text says none. */
  readonly name: DomainName | undefined;
  /** Lines of zone files: in the reverse zone, and in the zone of the name. */
  readonly ptr: string;
  readonly forward: string;
  readonly proof: string;
}

/** The records that end a cause, for the addresses that receivers named with it; none where records do not end it. */
export function recordsOf(
  cause: LogReading["cause"],
  addresses: readonly IpAddress[],
  readings: readonly LogReading[],
): AddressRecords[] {
  if (!isCause(cause)) return [];
  const { who, signals } = CAUSES[cause] as { readonly who: string; readonly signals: readonly string[] };
  if (!/^(?:address-owner|forward-dns)$/.test(who) || !signals.some((id) => BY_RECORDS.includes(id))) return [];
  return addresses.slice(0, MOST).map((address) => {
    const names = new Set(readings.flatMap((one) => (one.address === address && one.helo ? [one.helo] : [])));
    const [only] = names.size === 1 ? names : [];
    const name = only ?? NAME;
    return {
      address,
      name: only,
      ptr: ptrRecord(address, name),
      forward: forwardRecord({ type: addressType(address), address }, name),
      proof: digPtr(address).join("\n"),
    };
  });
}

/** That there are more addresses than records are written out for: "the first 6 of 9 addresses". */
export const firstOf = (records: readonly AddressRecords[], addresses: readonly IpAddress[]): string | undefined =>
  addresses.length > records.length ? `the first ${records.length} of ${addresses.length} addresses` : undefined;

/**
 * A request for PTR records to whoever holds the addresses, to send once its names are filled in. `addresses` are all of
 * the step.
 */
export function recordsTicket(records: readonly AddressRecords[], addresses: readonly IpAddress[]): string {
  const several = records.length > 1;
  const first = firstOf(records, addresses);
  return [
    `Subject: Reverse DNS for ${records.map(({ address }) => address).join(", ")}`,
    "",
    "Hello,",
    "",
    `please set ${several ? "these PTR records" : "this PTR record"} for our mail server${first ? ` (${first})` : ""}:`,
    "",
    ...records.map(({ ptr }) => ptr),
    "",
    `${several ? "Each name resolves" : "The name resolves"} to its address. Receivers refuse our mail without ${several ? "them" : "it"}.`,
    "",
    "Thank you",
  ].join("\n");
}
