import { type IpAddress, parseAddress } from "../../checks/view.ts";
import { sendingAddressIn } from "../bounce/addresses.ts";
import { type Classification, classifyScrubbed } from "../bounce/classify.ts";
import { type Codes, codesIn } from "../bounce/codes.ts";
import {
  type BounceReading,
  ehloArgumentIn,
  leftOpen,
  listIn,
  receiverIn,
  senderDomainIn,
  urlIn,
} from "../bounce/read-bounce.ts";
import { receiverOfHost, receiverOfMailbox } from "../receivers.ts";
import { withoutLocalParts } from "../scrub.ts";
import { addressesIn, isInner, publicName } from "../values.ts";
import type { LoggedOutcome, MessageFacts } from "./note.ts";
import { causeOfOwnWords } from "./own-words.ts";

/** As much of a reply as is read. */
const MAX_SAID = 4_000;
/** Texts that differ in more than addresses and numbers and are classified by their words; what comes later is by its codes. */
const MAX_TEXTS = 3_000;

/** What one outcome says, with nothing in it of whom it was from or to but their domains. */
export type Judge = (
  logged: LoggedOutcome,
  known: MessageFacts,
  /** Addresses that receivers have in this text: none of them is the sender's. */
  receivers: ReadonlySet<string>,
) => BounceReading;

/**
 * Reads what servers said. Logs repeat themselves: replies that differ only in addresses, ids and numbers are classified
 * once. Made for each text.
 */
export function createJudge(): Judge {
  const classified = new Map<string, Classification>();
  const classify = (said: string, codes: Codes, receiver: string | undefined, written: string): Classification => {
    const own = codes.reply === undefined ? causeOfOwnWords(said, written) : undefined;
    const key = `${own} ${receiver} ${codes.reply} ${codes.status} ${codes.own} ${patternOf(said)}`;
    const before = classified.get(key);
    if (before) return before;
    const read = classifyScrubbed(classified.size < MAX_TEXTS ? said : "", codes, receiver);
    const now: Classification = own ? { ...read, cause: own, confidence: "high" } : read;
    if (classified.size < MAX_TEXTS) classified.set(key, now);
    return now;
  };
  return (logged, known, receivers) => {
    const said = withoutLocalParts(logged.said.slice(0, MAX_SAID));
    const written = /@([^@<>]{1,253})>?$/.exec(logged.to[0] ?? "")?.[1] ?? "";
    const domain = publicName(written);
    const host = publicName(logged.host);
    const receiver =
      (host ? (receiverOfHost(host)?.id ?? host) : undefined) ??
      (domain ? (receiverOfMailbox(domain)?.id ?? domain) : undefined) ??
      receiverIn(said, "");
    const accepted = logged.state === "accepted";
    const inWords = codesIn(said);
    const reply = inWords.reply ?? /^\s*([245]\d\d)\b/.exec(said)?.[1];
    const status = inWords.status ?? fitting(logged.status, reply);
    const codes: Codes = {
      ...(reply ? { reply } : {}),
      ...(status ? { status } : {}),
      own: accepted ? [] : inWords.own,
    };
    const found = sendingAddressIn(said);
    const seen = found && found.address !== logged.hostAddress && !receivers.has(found.address) ? found : undefined;
    const bound = outer(logged.local ?? known.local);
    const certain = seen?.confidence === "high" ? seen.address : undefined;
    // What a receiver names is what it saw; a local address is that unless a router changes it.
    const address = certain ?? bound ?? (accepted ? undefined : seen?.address);
    const helo = publicName(ehloArgumentIn(said)) ?? publicName(known.helo);
    const from = publicName(/@([^@<>]{1,253})>?$/.exec(known.from ?? "")?.[1]) ?? senderDomainIn(said);
    const list = accepted ? undefined : listIn(said);
    const url = urlIn(said);
    const classification: Classification = accepted
      ? { cause: "delivered", permanence: "permanent", confidence: "high", words: "" }
      : classify(said, codes, receiver, written);
    return {
      ...classification,
      ...(accepted ? {} : leftOpen(classification.cause, said, address)),
      permanence: accepted || logged.state === "refused" ? "permanent" : "temporary",
      ...(address ? { address, addressConfidence: certain || bound ? ("high" as const) : ("medium" as const) } : {}),
      ...(helo ? { helo } : {}),
      ...(from ? { from } : {}),
      selectors: [],
      ...(receiver ? { receiver } : {}),
      codes,
      ...(list ? { list } : {}),
      ...(url ? { url } : {}),
    };
  };
}

/** What our own server put into the log beside a reply of another class is its own opinion, not the receiver's. */
const fitting = (status: string | undefined, reply: string | undefined): string | undefined =>
  status && reply && status[0] !== reply[0] ? undefined : status;

/** An address that others can see. */
function outer(text: string | undefined): IpAddress | undefined {
  const address = parseAddress(text ?? "");
  return address && !isInner(address) && addressesIn(address).length > 0 ? address : undefined;
}

/** What is left of a reply without what differs from mail to mail: addresses, domains of mailboxes, ids and numbers. */
function patternOf(said: string): string {
  let out = "";
  let kept = 0;
  for (const { address, start, end } of addressesIn(said)) {
    out += `${said.slice(kept, start)}${isInner(address) ? "‹inner›" : address.includes(":") ? "‹6›" : "‹4›"}`;
    kept = end;
  }
  return (out + said.slice(kept))
    .replace(/@[\w.-]{1,253}/g, "@")
    .replace(/[\w.-]{1,253}(?=\[‹)/g, "")
    .replace(/https?:\/\/\S{1,300}/g, (url) => url.replace(/[?#].*$/, ""))
    .replace(/(?<![\w.-])(?=[\w.+-]{7,200}(?![\w.+-]))(?=[a-zA-Z_+-]{0,100}\d)[\w+-]{7,200}(?![\w.+-])/g, "‹id›");
}
