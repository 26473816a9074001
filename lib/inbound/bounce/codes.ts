/** The codes in a refusal, as it has them. */
export interface Codes {
  /** The SMTP reply code: 550. */
  readonly reply?: string;
  /** The enhanced status code (RFC 3463): 5.7.25. */
  readonly status?: string;
  /** Codes of the receiver's own: S3140, TSS04, OFR_107. In the spelling of the text. */
  readonly own: readonly string[];
}

/** Three numbers with dots are no status code behind `RFC2821`, `section` or a program and its version. */
const STATUS =
  /(?<![\d.])(?<!(?:\brfc ?-?\d{3,5},?|\bsections?|§|\bversion|\bv|\bexim|\bpostfix|\bsendmail|\bharaka|\brspamd|\bspamassassin|\bopensmtpd|\bmdaemon)[ ]{0,2})#?([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/gi;
/** A reply code stands where a server's words begin. */
const REPLY_WITH_STATUS =
  /(?<![\d.:])([245][0-7]\d|59\d)[ \t-]+(?:#|SMTP;)?[ \t]?([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/;
const REPLY_AT_START =
  /(?:^|\n|said:?|smtp;|error(?: code)?:?|response(?: was)?:?|returned:?|code:?|reply:?|status=\w+ \([^)\n]{0,200}?|<<<|[:(>"'])[ \t]*#?[ \t]?<?([245][0-7]\d|59\d)(?=[ \-#:][^\d]|[ -][45]\.| \d{1,2} [a-z]|$|\n)/i;

const OWN: readonly RegExp[] = [
  /\((S(?:3140|3150|77\d)|AS\d{3,5}|AS\(\d{3,10}\)|NOWL|BL)\)/g,
  /\b(S3140|S3150|S775)\b/g,
  /\[?\b((?:TSS|BL|PH|CON|GL|IPTS|TS)\d{2})\]/g,
  /\[((?:CS|HM)\d{2})\]/g,
  /\b((?:OFR|OU|LPN|SC|DY|FBL|AM)[-_]?\d{3}(?:[-_]\d{2,4})*)\b/g,
  /\b(IB\d{3}[a-z]?)\b/g,
  /\b(CXDNS|CXBL|CXSNDR|CXMJ|CXTHRT)\b/g,
  /\b(AUP#[A-Z0-9-]{2,12})/g,
  /\b((?:RTR|DNS|RLY|HVU|DYN|CON):[A-Z]{1,2}\d?)\b/g,
  /\b(ES0000\d{2}|BL000\d{3}|RL0000\d{2})\b/g,
  /\b((?:DT|MI|RP|IN|HL|WM):[A-Z]{3})\b/g,
  /[?&](c=(?:rdns|bl|r\d{4}|hi|dnsbl))\b/g,
];

/** Reads the codes out of a refusal's own words. */
export function codesIn(text: string): Codes {
  const both = REPLY_WITH_STATUS.exec(text);
  const reply = both?.[1] ?? REPLY_AT_START.exec(text)?.[1];
  const statuses = [...text.matchAll(STATUS)].map(([, code = ""]) => code);
  // "5.0.0" says nothing; a status of the reply's own class that says something is the one meant.
  const fitting = statuses.filter((code) => !reply || code[0] === reply[0]);
  const status = both?.[2] ?? fitting.find((code) => !/^\d\.0\.0$/.test(code)) ?? fitting[0] ?? statuses[0];
  const own = [...new Set(OWN.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = ""]) => code)))].slice(
    0,
    6,
  );
  return { ...(reply ? { reply } : {}), ...(status ? { status } : {}), own };
}

export type Permanence = "permanent" | "temporary" | "unknown";

/** What a mail server writes when it returns mail that was only ever put off. */
const GIVEN_UP =
  /\bnot going to try again\b|\bin the queue too long\b|\bI've given up\b|\bretry timeout exceeded\b|\bmessage (?:has )?expired\b|\breturned to (?:the )?sender\b|\bdelivery time expired\b/i;

/** Whether the refusal is final: by its codes, or where it has none by its words. */
export function permanenceOf({ reply, status }: Codes, text: string): Permanence {
  if (GIVEN_UP.test(text)) return "permanent";
  const first = (reply ?? status)?.[0];
  if (first === "5") return "permanent";
  if (first === "4") return "temporary";
  if (/\btry again later|\btemporar|\bdeferred\b|\bwill retry|\bdelayed\b|vorübergehend|plus tard|一時的/i.test(text))
    return "temporary";
  return /\bpermanent|\brejected\b|\brefused\b|\bundeliverable|\bblocked\b|\bfailed permanently|unzustellbar|abgelehnt|\brefusé/i.test(
    text,
  )
    ? "permanent"
    : "unknown";
}
