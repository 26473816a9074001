import type { AuthenticateOptions, AuthenticateResult } from "mailauth";
import {
  asName,
  type DkimSignature,
  type Hop,
  isHostname,
  organisationalDomain,
  type SentMessage,
} from "../../checks/view.ts";
import { fieldsOf } from "../../inbound/headers/read-headers.ts";
import { readReceived } from "../../inbound/headers/received.ts";
import { withoutLocalParts } from "../../inbound/scrub.ts";
import type { Seen } from "../../listener/seen.ts";

/** A resolver as mailauth wants it. */
export type Resolve = NonNullable<AuthenticateOptions["resolver"]>;

/** As much of a header as is read, in octets. */
const MAX_HEADER = 256 * 1024;
/** As many signatures and seals as are verified: each costs a DNS question and a key. */
const MAX_SIGNATURES = 30;
/** As much of it as is kept, in UTF-16 code units. */
const MAX_KEPT = 64 * 1024;
/** As many hops as are told. */
const MAX_HOPS = 30;
const MAX_VALUE = 300;

/**
 * Verifies DKIM, SPF, DMARC and ARC of a message that came in this session, and reads the header fields that have signals.
 * Nothing is kept of its body, and no local part of an address.
 */
export async function readMessage(message: Buffer, seen: Seen, mta: string, resolver: Resolve): Promise<SentMessage> {
  const header = headerOf(message);
  const fields = fieldsOf(header);
  const values = (name: string) => fields.filter((field) => field.name === name).map(({ value }) => value);
  const signatures = [...values("dkim-signature"), ...values("arc-message-signature"), ...values("arc-seal")].length;
  const tooMany = signatures > MAX_SIGNATURES || header.length >= MAX_HEADER;
  // It takes an eighth of the time in which the service starts, and most never read a message.
  const { authenticate } = await import("mailauth");
  const read = await authenticate(tooMany ? withoutSignatures(message) : message, {
    ip: seen.address,
    helo: seen.helo ?? "",
    // An empty sender is looked up as postmaster of the EHLO name (RFC 7208 section 2.4); who writes is not known here.
    sender: seen.mailFrom ? `postmaster@${seen.mailFrom}` : "",
    mta,
    resolver,
    disableBimi: true,
    // As RFC 6376, 7208 and 8301 have it: what a lenient reader lets pass, receivers need not.
    strict: true,
  });
  const author = read.dkim.fromFields === 1 ? authorOf(read.dkim.headerFrom) : {};
  const dkim = tooMany
    ? [TOO_MANY]
    : read.dkim.results.filter(({ status }) => status.result !== "none").map(signatureOf);
  const spf = { result: read.spf ? read.spf.status.result : "none", ...(read.spf ? domainOf(read.spf.domain) : {}) };
  const unsubscribe = values("list-unsubscribe")[0];
  return {
    ...author,
    dkim,
    spf,
    dmarc: dmarcOf(read.dmarc, author.from, dkim, spf),
    arc: { result: read.arc ? read.arc.status.result : "none", sets: values("arc-seal").length },
    messageIds: values("message-id").slice(0, 5).map(capped),
    dates: values("date").slice(0, 5).map(capped),
    ...(unsubscribe === undefined
      ? {}
      : {
          listUnsubscribe: {
            schemes: schemesOf(unsubscribe),
            oneClick: /^list-unsubscribe\s*=\s*one-click$/i.test((values("list-unsubscribe-post")[0] ?? "").trim()),
          },
        }),
    hops: values("received").slice(0, MAX_HOPS).map(hopOf),
  };
}

/** The header as it is kept for a day: without who wrote to whom. */
export const keptHeader = (message: Buffer): string => withoutLocalParts(headerOf(message)).slice(0, MAX_KEPT);

const TOO_MANY: DkimSignature = {
  domain: "",
  selector: "",
  result: "permerror",
  why: `more than ${MAX_SIGNATURES} signatures`,
  aligned: false,
};

function headerOf(message: Buffer): string {
  const end = message.indexOf("\r\n\r\n");
  return message.subarray(0, Math.min(end < 0 ? message.length : end + 2, MAX_HEADER)).toString("utf8");
}

/** The message for SPF and DMARC alone. */
const withoutSignatures = (message: Buffer): Buffer => {
  const from = fieldsOf(headerOf(message)).filter(({ name }) => name === "from");
  return Buffer.from(`${from.map(({ value }) => `From: ${value.replace(/[\r\n]+/g, " ")}\r\n`).join("")}\r\n`);
};

const authorOf = (addresses: readonly string[]): Pick<SentMessage, "from"> => {
  const domains = new Set(addresses.map((address) => address.slice(address.lastIndexOf("@") + 1).toLowerCase()));
  const [domain] = domains;
  return domain && domains.size === 1 && isHostname(domain) ? { from: domain } : {};
};

const domainOf = (domain: string | undefined) => (domain ? { domain: capped(domain) } : {});

function signatureOf(read: AuthenticateResult["dkim"]["results"][number]): DkimSignature {
  const { signingDomain = "", selector = "", algo, modulusLength, status } = read;
  return {
    domain: capped(signingDomain),
    selector: capped(selector),
    ...(algo ? { algorithm: capped(algo) } : {}),
    ...(modulusLength ? { keyBits: modulusLength } : {}),
    result: status.result === "temperr" ? "temperror" : status.result,
    ...(status.comment ? { why: capped(status.comment) } : {}),
    aligned: Boolean(status.aligned),
  };
}

/** Where there is no record, what would be aligned is worked out all the same, by organisational domains. */
function dmarcOf(
  read: AuthenticateResult["dmarc"],
  from: string | undefined,
  dkim: SentMessage["dkim"],
  spf: SentMessage["spf"],
): SentMessage["dmarc"] {
  const status = read ? read.status.result : "none";
  const result = status === "temperr" ? "temperror" : status;
  if (read && "alignment" in read && read.alignment)
    return {
      result,
      ...(read.policy ? { policy: read.policy } : {}),
      spfAligned: Boolean(read.alignment.spf.result),
      dkimAligned: Boolean(read.alignment.dkim.result),
    };
  const isOf = (domain: string | undefined) =>
    from !== undefined && domain !== undefined && organisation(domain) === organisation(from);
  return {
    result,
    spfAligned: spf.result === "pass" && isOf(spf.domain),
    dkimAligned: dkim.some((one) => one.result === "pass" && isOf(one.domain)),
  };
}

const organisation = (domain: string): string => {
  const name = asName(domain.toLowerCase());
  return organisationalDomain(name) ?? name;
};

const schemesOf = (field: string): string[] => [
  ...new Set([...field.matchAll(/<\s*([a-z][a-z0-9+.-]{1,15}):/gi)].map(([, scheme = ""]) => scheme.toLowerCase())),
];

function hopOf(value: string): Hop {
  const { helo, address, by } = readReceived(value);
  return {
    ...(helo ? { from: capped(helo) } : {}),
    ...(address ? { address } : {}),
    ...(by ? { by: capped(by) } : {}),
  };
}

const capped = (text: string): string => text.trim().slice(0, MAX_VALUE);
