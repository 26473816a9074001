import type { DomainName, IpAddress } from "../../checks/view.ts";
import { unfold } from "../message.ts";
import { receiverOfHost } from "../receivers.ts";
import { fromOf, selectorsOf } from "../returned.ts";
import { withoutLocalParts } from "../scrub.ts";
import { fullName, isInner, publicName } from "../values.ts";
import { readAuthenticationResults, readForefront, readReceivedSpf, type Saw } from "./authentication.ts";
import { type Hop, readReceived, sameHouse } from "./received.ts";

/** What the headers of a message that arrived say of the server that handed it over. */
export interface HeaderReading {
  /** The address of the server that handed the message to the receiver. */
  readonly address?: IpAddress;
  /** What that server said in EHLO, where it was a name. */
  readonly helo?: DomainName;
  /** The same as it was said, where it was none. */
  readonly saidInstead?: string;
  /** The name that the receiver found for the address and confirmed; `null`: it says that there was none. */
  readonly name?: DomainName | null;
  /** The domain in From. */
  readonly from?: DomainName;
  /** The domain of the envelope sender. */
  readonly returnPath?: DomainName;
  /** DKIM selectors, each once. */
  readonly selectors: readonly string[];
  /** Who received it: the id of a receiver we know, or its host name. */
  readonly receiver?: string;
  /** What it recorded of its own checks. */
  readonly saw: Saw;
  /** How many `Received` fields there are below the one that was read: anybody may have written those. */
  readonly below: number;
}

/** As much as is read; headers of well-travelled mail have 20 to 60 KB. In UTF-16 code units. */
const MAX_TEXT = 250_000;
const MAX_FIELDS = 2_000;

export interface Field {
  readonly name: string;
  readonly value: string;
}

/**
 * Reads the header fields of a message. Each server puts its `Received` on top, so the first ones are the receiver's own
 * and can be trusted; the one in which it recorded a peer outside its house is the hand-over. What is below that was
 * there when the message came and may be forged. Total: any text gets an answer.
 */
export function readHeaders(text: string): HeaderReading {
  const fields = fieldsOf(withoutLocalParts(text.slice(0, MAX_TEXT)));
  const values = (name: string) => fields.filter((field) => field.name === name).map(({ value }) => value);
  const head = fields.map(({ name, value }) => `${name}: ${value}`).join("\n");
  const hops = values("received").map(readReceived);
  const at = handOver(hops);
  const hop = hops[at];
  const saw = sawOf(values, hop?.address);
  const address = hop?.address ?? saw.address;
  const heloText = hop?.helo ?? saw.helo;
  const helo = publicName(heloText);
  const name = hop?.name !== undefined ? hop.name : saw.ptr === "none" ? null : fullName(saw.ptr);
  const from = fromOf(head) ?? saw.headerFrom;
  const returnPath = publicName(/@([\w.-]{1,253})/.exec(values("return-path")[0] ?? "")?.[1]) ?? saw.mailFrom;
  const by = hop?.by ?? hops.find((one) => one.by)?.by;
  const receiver = by ? (receiverOfHost(by)?.id ?? by) : undefined;
  return {
    ...(address ? { address } : {}),
    ...(helo ? { helo } : heloText ? { saidInstead: heloText } : {}),
    ...(name !== undefined ? { name } : {}),
    ...(from ? { from } : {}),
    ...(returnPath ? { returnPath } : {}),
    selectors: selectorsOf(head),
    ...(receiver ? { receiver } : {}),
    saw,
    below: hop ? hops.length - at - 1 : 0,
  };
}

/** Whether a text looks like header fields of a message. */
export function looksLikeHeaders(text: string): boolean {
  return /^[ \t>]*(?:received|authentication-results|arc-seal|dkim-signature|x-forefront-antispam-report|return-path|received-spf):/im.test(
    text.slice(0, MAX_TEXT),
  );
}

/** The fields of a header, names in lower case, values unfolded; at most 2,000 of them. */
export function fieldsOf(text: string): Field[] {
  // Pasted from a viewer, fields may be quoted; what stands before them and the body behind them is not read.
  const unix = text.replace(/\r\n?/g, "\n").replace(/^>[ ]?/gm, "");
  const fields: Field[] = [];
  for (const line of unfold(unix).split("\n")) {
    const [, name, value = ""] = /^[ ]{0,3}([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]*(.*)$/.exec(line.slice(0, 8_000)) ?? [];
    if (name) fields.push({ name: name.toLowerCase(), value });
    if (fields.length >= MAX_FIELDS) break;
  }
  return fields;
}

/**
 * Which hop is the hand-over: from the top, the first that has a public address of somebody else than the server that
 * wrote it. Hops inside the receiver's house (private addresses, or one organisation's names on both sides) are passed.
 */
function handOver(hops: readonly Hop[]): number {
  const outside = ({ address, helo, name, by }: Hop) =>
    address !== undefined && !isInner(address) && !sameHouse(name ?? fullName(helo), by);
  const first = hops.findIndex(outside);
  // A message that never left its house: the last hop with a public address is what there is.
  return first >= 0 ? first : hops.findLastIndex(({ address }) => address !== undefined && !isInner(address));
}

/** The receiver's own records: its fields stand on top, and count only if they are about the same address. */
function sawOf(values: (name: string) => readonly string[], address: IpAddress | undefined): Saw {
  const all = [
    ...values("x-forefront-antispam-report").slice(0, 1).map(readForefront),
    ...values("authentication-results").slice(0, 2).map(readAuthenticationResults),
    ...values("received-spf").slice(0, 1).map(readReceivedSpf),
  ].filter((one) => !one.address || !address || one.address === address);
  return Object.assign({}, ...all.reverse());
}
