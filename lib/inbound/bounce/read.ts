import type { IpAddress } from "../../checks/address.ts";
import type { DomainName } from "../../checks/name.ts";
import { type Pieces, piecesOf } from "../message.ts";
import { receiverOfHost, receiverOfWords } from "../receivers.ts";
import { fromOf, selectorsOf } from "../returned.ts";
import { withoutLocalParts } from "../scrub.ts";
import { fullName, publicName } from "../values.ts";
import { sendingAddressIn } from "./addresses.ts";
import { type Classification, classifyScrubbed } from "./classify.ts";
import { type Codes, codesIn } from "./codes.ts";

/** What a bounce says, with nothing in it of whom it was from or to but their domains. */
export interface BounceReading extends Classification {
  /** The address the mail came from. */
  readonly address?: IpAddress;
  readonly addressConfidence?: "high" | "medium";
  /** The name said in HELO or EHLO. */
  readonly helo?: DomainName;
  /** The sender's domain. */
  readonly from?: DomainName;
  /** DKIM selectors of the message that came back. */
  readonly selectors: readonly string[];
  /** Who refused: the id of a receiver we know, or its host name. */
  readonly receiver?: string;
  readonly codes: Codes;
  /** The blocklist that is named. */
  readonly list?: DomainName;
  /** Where the text sends its reader, without what was in the query. */
  readonly url?: string;
}

/** As much as is read: a bounce with the message it sends back, without large attachments. In UTF-16 code units. */
const MAX_TEXT = 1_000_000;
/** As much of the refusal itself as is looked at. */
const MAX_SAID = 40_000;

/**
 * Reads a delivery status notification, a log line or a text copied from a screen. Total: whatever the text, there is
 * an answer, if only `unknown`.
 */
export function readBounce(text: string): BounceReading {
  const pieces = piecesOf(text.slice(0, MAX_TEXT));
  const scrubbed: Pieces = {
    notice: withoutLocalParts(pieces.notice).slice(0, MAX_SAID),
    status: withoutLocalParts(pieces.status).slice(0, MAX_SAID),
    returned: withoutLocalParts(pieces.returned).slice(0, MAX_SAID),
  };
  return readPieces(scrubbed);
}

function readPieces({ notice, status, returned }: Pieces): BounceReading {
  const diagnostic = fieldsOf(status, "diagnostic-code").join("\n");
  // What the receiver said counts before what was written around it.
  const classified = [diagnostic, focus(notice)].filter(Boolean).map((said) => classifyScrubbed(said.slice(0, 12_000)));
  const classification =
    classified.find(({ cause, confidence }) => cause !== "unknown" && confidence !== "low") ??
    classified.find(({ cause }) => cause !== "unknown") ??
    classified[0] ??
    classifyScrubbed("");
  const said = `${diagnostic}\n${notice}`;
  const codes = withStatus(codesIn(diagnostic || focus(notice)), fieldsOf(status, "status")[0]);
  const sending = sendingAddressIn(said);
  const receiver = receiverIn(said, status);
  const helo = heloIn(said);
  const from = senderDomainIn(said) ?? fromOf(returned);
  const list = listIn(said);
  const url = urlIn(said);
  return {
    ...classification,
    ...(classification.permanence === "unknown" && codes.status
      ? { permanence: codes.status.startsWith("4") ? "temporary" : "permanent" }
      : {}),
    ...(sending ? { address: sending.address, addressConfidence: sending.confidence } : {}),
    ...(helo ? { helo } : {}),
    ...(from ? { from } : {}),
    selectors: selectorsOf(returned),
    ...(receiver ? { receiver } : {}),
    codes,
    ...(list ? { list } : {}),
    ...(url ? { url } : {}),
  };
}

const fieldsOf = (status: string, name: string): string[] =>
  [...status.matchAll(new RegExp(`^${name}[ \\t]*:[ \\t]*([^\\n]{0,4000})`, "gim"))].map(([, value = ""]) =>
    value.replace(/^(?:smtp|x-[\w-]+)\s*;\s*/i, ""),
  );

const withStatus = (codes: Codes, field: string | undefined): Codes => {
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(field ?? "")?.[0];
  return codes.status || !status ? codes : { ...codes, status };
};

/** Out of a long text, the lines around reply codes and the words servers are quoted with. */
function focus(notice: string): string {
  if (notice.length <= 6_000) return notice;
  const lines = notice.split("\n").map((line) => line.slice(0, 2_000));
  const telling =
    /(?<![\d.])[245]\d\d[ -]|[245]\.\d\.\d|\bsaid\b|\brejected|\brefused|\bblocked|\berror\b|\bfailed|\bbounced|\bdeferred/i;
  const near = lines.filter((_, i) => [i - 1, i, i + 1].some((j) => telling.test(lines[j] ?? "")));
  return (near.length > 0 ? near : lines).join("\n").slice(0, 12_000);
}

function receiverIn(said: string, status: string): string | undefined {
  const named = [
    ...fieldsOf(status, "remote-mta"),
    ...(/\bhost ([\w.-]{4,253})[[(]/i.exec(said)?.slice(1) ?? []),
    ...(/\brelay=([\w.-]{4,253})[[,]/i.exec(said)?.slice(1) ?? []),
    ...(/\bwhile talking to ([\w.-]{4,253})/i.exec(said)?.slice(1) ?? []),
    ...(/\b(?:server|host) ([\w.-]{4,253}) (?:\([^)]{0,80}\) )?(?:rejected|said|refused|returned|responded|gave)/i
      .exec(said)
      ?.slice(1) ?? []),
    ...(/\b(?:remote server|der server|le serveur|generating server)\b[^\n]{0,40}?['"‘“(:]\s?([\w.-]{4,253})/i
      .exec(said)
      ?.slice(1) ?? []),
    ...(/\bby ([\w.-]{4,253})\. \[/i.exec(said)?.slice(1) ?? []),
  ]
    .map((name) => publicName(name.replace(/^dns\s*;\s*/i, "").split(/[\s([]/)[0]))
    .filter((name) => name !== undefined);
  const hosted = named.map((host) => receiverOfHost(host)?.id).find(Boolean);
  return hosted ?? receiverOfWords(said)?.id ?? named[0];
}

function heloIn(said: string): DomainName | undefined {
  const found =
    /\b(?:helo|ehlo)=<?([\w.-]{1,253})/i.exec(said) ??
    /<([\w.-]{1,253})>: helo command rejected/i.exec(said) ??
    /\b(?:helo|ehlo)(?:\/ehlo)?(?: host)?(?: ?name| domain| argument| string| as| is| was| with)?[ :=]{1,3}["'<([]?([a-z0-9][\w-]*(?:\.[\w-]+){1,10})/i.exec(
      said,
    );
  return publicName(found?.[1]);
}

const DOMAIN = "@?[\"'<\\[(]?([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})";
/** Where receivers name the domain that the mail claimed to be from. */
const SENDER: readonly RegExp[] = [
  new RegExp(`\\bfrom=<?@${DOMAIN}`, "i"),
  new RegExp(`<?@${DOMAIN}>?:? sender address`, "i"),
  new RegExp(`\\bsending domain ${DOMAIN}`, "i"),
  new RegExp(`\\bunauthenticated e?-?mail from ${DOMAIN}`, "i"),
  new RegExp(`\\bdue to (?:the )?${DOMAIN}(?:'s| domain)`, "i"),
  new RegExp(`\\bmail from domain ${DOMAIN}`, "i"),
  new RegExp(`\\bdmarc[^\\n]{0,40}\\b(?:for|of)(?: domain)? ${DOMAIN}`, "i"),
  new RegExp(`\\bspf (?:check )?(?:for )?${DOMAIN}`, "i"),
  new RegExp(`\\bspf[^\\n]{0,40}\\b(?:for|of|domain) ${DOMAIN}`, "i"),
  new RegExp(`\\bsend (?:e?-?mail )?(?:from|for|as) ${DOMAIN}`, "i"),
  new RegExp(`\\bsender(?: address| domain)? <?@${DOMAIN}`, "i"),
  new RegExp(`\\bmail from:? ?<@${DOMAIN}`, "i"),
  new RegExp(`<@${DOMAIN}>[. ]*domain of sender`, "i"),
];

function senderDomainIn(said: string): DomainName | undefined {
  for (const pattern of SENDER) {
    const name = publicName(pattern.exec(said)?.[1]);
    if (name) return name;
  }
  return undefined;
}

function listIn(said: string): DomainName | undefined {
  const found =
    /\b(?:blocked|rejected|refused|listed|denied|black(?:-| )?list(?:ed)?|found|rbl|dnsbl|dnsbl:)\s?(?:using|by|at|in|on|via|from|=|:)\s(?:the )?([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})/i.exec(
      said,
    )?.[1] ??
    /\b((?:zen|sbl|xbl|pbl|sbl-xbl|css|dbl|bl|b|dnsbl(?:-\d)?|ix\.dnsbl|psbl|ubl|cbl|combined|truncate|dyna|noptr|all)\.[\w-]{2,63}(?:\.[\w-]{2,63}){1,3})\b/i.exec(
      said,
    )?.[1];
  return publicName(found);
}

/** Where the text points to: origin and path. A query may hold whom the mail was to. */
function urlIn(said: string): string | undefined {
  const url = URL.parse(/https?:\/\/[^\s<>"'`]{4,300}/i.exec(said)?.[0].replace(/[).,;:\]]+$/, "") ?? "");
  return url && fullName(url.hostname) && !url.pathname.includes("@")
    ? `${url.protocol}//${url.host}${url.pathname}`.slice(0, 200)
    : undefined;
}
