import type { Evidence } from "../define/signal.ts";

/** Evidence in which every label has its own name as its value. */
export const anything: Evidence = evidenceOf((label) => [`‹${label}›`]);

const NEVER = /(?!)/;
const ENTRY = /^[\w-]+/;

/**
 * Labels that only some cases of an outcome have, by the outcomes that always have them: with all of them at once every
 * record would stand behind an alias, with its domain twice.
 */
const SPECIAL: Readonly<Record<string, RegExp>> = {
  absent: NEVER,
  alias: /alias/,
  aliasEnds: NEVER,
  also: NEVER,
  announced: NEVER,
  apex: NEVER,
  at: /^(?!(?:reject|quarantine|none|testing)$)/,
  backslash: NEVER,
  byAddress: /^by-address$/,
  doubled: NEVER,
  effective: /^testing$/,
  flaws: NEVER,
  keyless: NEVER,
  lame: /^(?:lame|none-serves|none-spoke)$/,
  leftOut: NEVER,
  literal: NEVER,
  lookedAt: NEVER,
  madeBy: NEVER,
  near: /misspelt/,
  nearMiss: NEVER,
  nowhere: /^nowhere$/,
  others: NEVER,
  outside: NEVER,
  percent: NEVER,
  provider: /^cloud-default$/,
  record: /^(?!none$)/,
  removed: NEVER,
  silent: /silent|none-(?:answered|spoke)/,
  strict: NEVER,
  unknown: NEVER,
  unsignedMx: NEVER,
};

/** Values that are read as numbers or codes, and so need to be such. */
const READ: Readonly<Record<string, readonly string[]>> = {
  bits: ["1024"],
  days: ["10"],
  reason: ["timeout"],
  role: ["the host name asked for"],
  several: ["2"],
  syntax: ["missing-domain"],
  tried: ["30"],
};

/** The same where it depends on the signal, or on the outcome. */
const READ_BY: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  answered: { dnsbl: ["17"], "dnsbl-domain": ["17"] },
  bits: { weak: ["768"], "found-weak": ["768"] },
  effective: { reject: ["reject"], quarantine: ["quarantine"], none: ["none"], testing: ["quarantine"] },
  fault: { bimi: ["not-tiny-ps"], "mta-sts": ["not-offered"] },
  open: { dnsbl: ["barracuda"], "dnsbl-domain": ["uribl"], dnswl: ["dnswl"] },
  problem: {
    spf: ["too-many-lookups"],
    "helo-spf": ["too-many-lookups"],
    "dkim-keys": ["no-key"],
    "mta-sts": ["no-mx"],
  },
  published: { testing: ["reject"] },
  ptr: { several: ["‹ptr›", "‹another ptr›"] },
  reason: { "sending-tls": ["‹reason›"] },
  term: { "equals-for-colon": ["ip4=203.0.113.10"] },
};

/** What a list answered, by signal and outcome. */
const ANSWERS: Readonly<Record<string, string>> = {
  "dnsbl/listed-high": "spamhaus-zen 127.0.0.4",
  "dnsbl/listed-identity-high": "spamhaus-zen 127.0.0.10",
  "dnsbl/listed-identity": "spamrats 127.0.0.37",
  "dnsbl/listed": "spamcop 127.0.0.2",
  "dnsbl/listed-weak": "uceprotect-1 127.0.0.2",
  "dnsbl/listed-broad": "uceprotect-2 127.0.0.2",
  "dnsbl/listed-partly": "spamcop 127.0.0.2",
  "dnsbl/broad-partly": "uceprotect-2 127.0.0.2",
  "dnsbl-domain/listed-high": "spamhaus-dbl 127.0.1.2",
  "dnsbl-domain/listed": "surbl 127.0.0.64",
  "dnsbl-domain/listed-weak": "sem-fresh15 127.0.0.2",
  "dnsbl-domain/listed-partly": "surbl 127.0.0.64",
  "dnswl/known": "dnswl 127.0.5.2",
  "dnswl/no-trust": "dnswl 127.0.5.0",
};

/** Where a name comes from decides what is said of it. */
const originOf = (code: string): string =>
  code.startsWith("inferred-") ? "ptr" : /^sends-(?:unresolvable|no-host-name)$/.test(code) ? "seen" : "‹origin›";

/** Evidence of the usual case of one outcome: names of labels, but for what is read or belongs to special cases. */
export function usually(signal: string, code: string): Evidence {
  const answer = ANSWERS[`${signal}/${code}`];
  return evidenceOf((label) => {
    if (label === "origin") return [originOf(code)];
    if (answer && label === "answers") return [answer];
    if (answer && label === "listed") return ENTRY.exec(answer)?.slice(0, 1);
    const by = READ_BY[label];
    const value = by?.[code] ?? by?.[signal] ?? READ[label];
    if (value) return value;
    return SPECIAL[label]?.test(code) === false ? undefined : [`‹${label}›`];
  });
}

function evidenceOf(valueFor: (label: string) => readonly string[] | undefined): Evidence {
  return new Proxy<Evidence>(
    {},
    {
      get: (_, key) => (typeof key === "string" ? valueFor(key) : undefined),
      has: (_, key) => typeof key === "string" && valueFor(key) !== undefined,
    },
  );
}
