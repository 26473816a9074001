import type { DomainName, IpAddress } from "../../checks/view.ts";
import { type Pieces, piecesOf } from "../message.ts";
import { receiverOfHost, receiverOfMailbox, receiverOfNumbers, receiverOfWords } from "../receivers.ts";
import { fromOf, selectorsOf } from "../returned.ts";
import { withoutLocalParts } from "../scrub.ts";
import { addressesIn, fullName, publicName } from "../values.ts";
import { sendingAddressIn } from "./addresses.ts";
import { CAUSES, type CauseClass } from "./causes.ts";
import { type Classification, classifyScrubbed } from "./classify.ts";
import { type Codes, codesIn } from "./codes.ts";
import { isDelivery, outcomesOf, repliesWithin } from "./outcomes.ts";

/** What a bounce says, with nothing in it of whom it was from or to but their domains. */
export interface BounceReading extends Classification {
  /** The address the mail came from. */
  readonly address?: IpAddress;
  readonly addressConfidence?: "high" | "medium";
  /** The name said in HELO or EHLO. */
  readonly helo?: DomainName;
  /** The same as it was said, where it was none. */
  readonly saidInstead?: string;
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
  const { outcomes, chosen } = readOutcomes(text);
  return outcomes[chosen] ?? readPieces({ notice: "", status: "", returned: "" });
}

/** One reading for each outcome that a text speaks of, at least one, and which of them a check is about. */
export function readOutcomes(text: string): { readonly outcomes: readonly BounceReading[]; readonly chosen: number } {
  const scrubbed = scrubbedPieces(piecesOf(text.slice(0, MAX_TEXT)));
  const readings = outcomesOf(scrubbed).map(readPieces);
  const outcomes = readings
    .toSorted((a, b) => knows(b) - knows(a))
    .filter((one, i, all) => all.findIndex((other) => isSame(one, other)) === i)
    .toSorted((a, b) => readings.indexOf(a) - readings.indexOf(b));
  // What is said around the only one belongs to it.
  if (outcomes.length === 1) return { outcomes: [readPieces(scrubbed)], chosen: 0 };
  const weights = outcomes.map(weightOf);
  return { outcomes, chosen: weights.indexOf(Math.max(...weights)) };
}

/** The pieces without local parts, and as much of them as is looked at. */
export const scrubbedPieces = ({ notice, status, returned }: Pieces): Pieces => ({
  notice: withoutLocalParts(notice).slice(0, MAX_SAID),
  status: withoutLocalParts(status).slice(0, MAX_SAID),
  returned: withoutLocalParts(returned).slice(0, MAX_SAID),
});

/** The same outcome told twice: the next attempt, or the log beside the notice. What one leaves out may be in the other. */
const isSame = (a: BounceReading, b: BounceReading): boolean =>
  a.cause === b.cause &&
  agree(a.receiver, b.receiver) &&
  agree(a.address, b.address) &&
  agree(a.codes.reply, b.codes.reply) &&
  agree(a.codes.status, b.codes.status);
const agree = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b;
const knows = ({ receiver, address, codes }: BounceReading): number =>
  [receiver, address, codes.reply, codes.status].filter((one) => one !== undefined).length;

/** What a check can answer comes first: a refusal, one that is understood, one about who the server is. */
export const weightOf = ({ cause, address, permanence }: BounceReading): number =>
  (cause === "delivered" ? 0 : 16) +
  (cause === "unknown" || cause === "delivered" ? 0 : 8) +
  (CAUSES[cause].signals.length > 0 ? 4 : 0) +
  (address ? 2 : 0) +
  (permanence === "permanent" ? 1 : 0);

export function readPieces({ notice, status, returned }: Pieces): BounceReading {
  const diagnostic = fieldsOf(status, "diagnostic-code").join("\n");
  const said = `${diagnostic}\n${notice}`;
  const receiver = receiverIn(said, status);
  // What the receiver said counts before what was written around it.
  const classified = [diagnostic, focus(notice)]
    .filter(Boolean)
    .map((words) => classifyReply(words.slice(0, 12_000), receiver));
  const {
    reply,
    alone,
    read: classification,
  } = classified.find(({ read }) => read.cause !== "unknown" && read.confidence !== "low") ??
    classified.find(({ read }) => read.cause !== "unknown") ??
    classified[0] ?? { reply: "", alone: true, read: classifyScrubbed("") };
  // The cause and the codes are of the same reply.
  const codes = withStatus(codesIn(alone ? diagnostic || focus(notice) : reply), fieldsOf(status, "status")[0]);
  const sending = sendingAddressIn(said);
  const word = ehloArgumentIn(said);
  const helo = publicName(word);
  const from =
    senderDomainIn(said) ??
    publicName(/@([\w.-]{1,253})/.exec(fieldsOf(status, "x-postfix-sender")[0] ?? "")?.[1]) ??
    fromOf(returned);
  const list = listIn(said);
  const url = urlIn(said);
  return {
    ...classification,
    ...(isDelivery({ notice, status })
      ? { cause: "delivered" as const, permanence: "permanent" as const, confidence: "high" as const }
      : leftOpen(classification.cause, said, sending?.address)),
    ...(classification.permanence === "unknown" && codes.status
      ? { permanence: codes.status.startsWith("4") ? ("temporary" as const) : ("permanent" as const) }
      : {}),
    ...(sending ? { address: sending.address, addressConfidence: sending.confidence } : {}),
    ...(helo ? { helo } : word ? { saidInstead: word } : {}),
    ...(from ? { from } : {}),
    selectors: selectorsOf(returned),
    ...(receiver ? { receiver } : {}),
    codes,
    ...(list ? { list } : {}),
    ...(url ? { url } : {}),
  };
}

interface ClassifiedReply {
  readonly reply: string;
  /** Whether there is no other. */
  readonly alone: boolean;
  readonly read: Classification;
}

/** What words are about; where several replies stand in them, the one that is told best, by itself. */
function classifyReply(words: string, receiver: string | undefined): ClassifiedReply {
  const replies = repliesWithin(words);
  const whole = (): ClassifiedReply => ({
    reply: words,
    alone: true,
    read: classifyScrubbed(words, codesIn(words), receiver),
  });
  if (replies.length === 1) return whole();
  const told = replies.map((reply) => ({
    reply,
    alone: false,
    read: classifyScrubbed(reply, codesIn(reply), receiver),
  }));
  const [best] = told.filter(({ read }) => read.cause !== "unknown").toSorted((a, b) => sure(b.read) - sure(a.read));
  return best ?? whole();
}
const sure = ({ confidence }: Classification): number => ["low", "medium", "high"].indexOf(confidence);

/** Where a text shows a name beside the address, it is not the name that is missing. */
export function leftOpen(cause: CauseClass, said: string, address: IpAddress | undefined): { cause?: CauseClass } {
  if (cause !== "ptr_missing" || !address) return {};
  const shown = addressesIn(said)
    .filter((found) => found.address === address)
    .map(({ start }) =>
      /(?<![\w.@(=<-])([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})\.?[ ]?[[(](?:ipv6:)?$/i.exec(
        said.slice(Math.max(0, start - 270), start),
      ),
    )
    .some((found) => publicName(found?.[1]) !== undefined);
  const named =
    /\b(?:ptr|rdns|reverse[ -](?:dns|name|hostname))(?: record| name| entry)?[ :=("'<]{1,3}([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})/i.exec(
      said,
    )?.[1];
  return shown || publicName(named) ? { cause: "ptr_missing_or_fcrdns_fail" } : {};
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

export function receiverIn(said: string, status: string): string | undefined {
  const named = [
    ...fieldsOf(status, "remote-mta"),
    ...(/(?<!\bclient )\bhost ([\w.-]{4,253}) ?[[(]/i.exec(said)?.slice(1) ?? []),
    ...(/\brelay=([\w.-]{4,253})[[,]/i.exec(said)?.slice(1) ?? []),
    ...(/\bwhile talking to ([\w.-]{4,253})/i.exec(said)?.slice(1) ?? []),
    ...(/(?:^|\s)(?:\*\*|==|=>|->) \S[^\n]{0,300}? H=([\w.-]{4,253}) \[/.exec(said)?.slice(1) ?? []),
    ...(/\b(?:server|host) ([\w.-]{4,253}) (?:\([^)]{0,80}\) )?(?:rejected|said|refused|returned|responded|gave)/i
      .exec(said)
      ?.slice(1) ?? []),
    ...(/\b(?:remote server|der server|le serveur|generating server)\b[^\n]{0,40}?['"‘“(:]\s?([\w.-]{4,253})/i
      .exec(said)
      ?.slice(1) ?? []),
    ...(/^[ \t>]{0,8}([\w.-]{4,253}) (?:rejected your message|gave this error|said:)/im.exec(said)?.slice(1) ?? []),
    ...(/\bby ([\w.-]{4,253})\. \[/i.exec(said)?.slice(1) ?? []),
    ...(/\bconnected to ([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})\.?\s/i.exec(said)?.slice(1) ?? []),
  ]
    .map((name) => publicName(name.replace(/^dns\s*;\s*/i, "").split(/[\s([]/)[0]))
    .filter((name) => name !== undefined);
  const hosted = named.map((host) => receiverOfHost(host)?.id).find(Boolean);
  const byWords = hosted ?? receiverOfWords(said)?.id;
  if (byWords || named[0]) return byWords ?? named[0];
  return receiverOfNumbers(said)?.id ?? hostIn(said) ?? mailboxIn(said, status);
}

/** A server of a receiver’s whose name stands in the text, not before an address: there the client stands. */
function hostIn(said: string): string | undefined {
  const hosts = said.matchAll(
    /(?<![@\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){2,8}(?![\w-]|\.\w| ?[[(][\da-f:.]{3,45}[\])])/gi,
  );
  for (const { 0: host, index } of hosts) {
    if (/\b(?:from|client|helo|ehlo)[ =]<?$/i.test(said.slice(Math.max(0, index - 12), index))) continue;
    const name = publicName(host);
    const known = name && receiverOfHost(name);
    if (known) return known.id;
  }
  return undefined;
}

/** Who keeps the recipient’s mailbox, where that is somebody we know. */
function mailboxIn(said: string, status: string): string | undefined {
  const domain =
    /@([\w.-]{1,253})/.exec(fieldsOf(status, "final-recipient")[0] ?? "")?.[1] ??
    /\bto=<?@([\w.-]{1,253})/i.exec(said)?.[1] ??
    /<@([\w.-]{1,253})>: (?!sender)/i.exec(said)?.[1] ??
    /\b(?:local mailbox|recipient) <?@([\w.-]{1,253})/i.exec(said)?.[1];
  const name = publicName(domain);
  return name && receiverOfMailbox(name)?.id;
}

/** The EHLO argument that a refusal names, as it was said: it may be no name at all. */
export function ehloArgumentIn(said: string): string | undefined {
  const found =
    /\b(?:helo|ehlo)=<([^<>\n]{1,255})>/i.exec(said) ??
    /<([^<>\s]{1,255})>: helo command rejected/i.exec(said) ??
    /\brejected (?:EHLO|HELO)(?: or (?:EHLO|HELO))? ([^\s:]{1,255}):/.exec(said) ??
    /\bH=(?:[\w.-]{1,253} )?\(([^()\s]{1,255})\) \[/.exec(said) ??
    /\b(?:helo|ehlo)=([^\s<>,;()]{1,255})/i.exec(said) ??
    /\b(?:bogus|bad|invalid) (?:helo|ehlo)(?: host)? ?name(?: used)?: ?<?([^\s<>;,]{1,255})/i.exec(said) ??
    /\b(?:helo|ehlo) (?:hello )?(\[[^\]\s]{1,64}\]?)/i.exec(said) ??
    /\b(?:helo|ehlo)\b[^\n(]{0,20}\(not ([^\s()]{1,255})\)/i.exec(said) ??
    /\b(?:helo|ehlo)(?:\/ehlo)?(?: host)?(?: ?name| domain| argument| string| as| is| was| with)?[ :=]{1,3}["'<([]?([a-z0-9][\w-]*(?:\.[\w-]+){1,10})/i.exec(
      said,
    ) ??
    /\b(?:helo|ehlo)(?: host)? ?(?:name|domain|argument|string)? ?["'<(]([\w.:[\]-]{1,255})["'>)]/i.exec(said);
  return found?.[1];
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

export function senderDomainIn(said: string): DomainName | undefined {
  for (const pattern of SENDER) {
    const name = publicName(pattern.exec(said)?.[1]);
    if (name) return name;
  }
  return undefined;
}

export function listIn(said: string): DomainName | undefined {
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
export function urlIn(said: string): string | undefined {
  const url = URL.parse(/https?:\/\/[^\s<>"'`]{4,300}/i.exec(said)?.[0].replace(/[).,;:\]]+$/, "") ?? "");
  return url && fullName(url.hostname) && !url.pathname.includes("@")
    ? `${url.protocol}//${url.host}${url.pathname}`.slice(0, 200)
    : undefined;
}
