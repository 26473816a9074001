import { parseAddress, reverseName } from "../lib/checks/net/address.ts";
import type { Fault, FaultScope } from "../lib/checks/testing/dns-faults.ts";
import { RESOLVERS } from "../lib/checks/testing/internet/zones.ts";
import type { SmtpScript } from "../lib/checks/testing/smtp-script.ts";
import type { Content } from "../lib/checks/testing/world.ts";

/*
 * What goes wrong in the soak: mail servers that misbehave, each in a way of its own, and faults of name servers that
 * take turns.
 */

const EHLO = { expect: "EHLO" } as const;
const GREETING = { send: "220 mx.test ESMTP\r\n" } as const;
const OFFER = { send: "250-mx.test\r\n250 STARTTLS\r\n" } as const;
const STARTTLS = [GREETING, EHLO, OFFER, { expect: "STARTTLS" }, { send: "220 go ahead\r\n" }] as const;
const TLS = { tls: true } as const;

/** Longer than any of the soak's limits. */
const LONG_MS = 60_000;

const SCRIPTS: Readonly<Record<string, SmtpScript>> = {
  silent: [],
  "closes at once": [{ close: true }],
  "resets at once": [{ rst: true }],
  "resets in its greeting": [{ send: "220 mx.te" }, { rst: true }],
  "resets after EHLO": [GREETING, EHLO, { rst: true }],
  "resets in its answer": [GREETING, EHLO, { send: "250-mx.test\r\n250-ST" }, { rst: true }],
  "resets in the handshake": [...STARTTLS, { rst: true }],
  "closes in the handshake": [...STARTTLS, { close: true }],
  "speaks no TLS": [...STARTTLS, { send: "250 what?\r\n" }],
  "resets under TLS": [...STARTTLS, TLS, EHLO, { rst: true }],
  "is silent under TLS": [...STARTTLS, TLS, { wait: LONG_MS }],
  "has an old certificate": [
    ...STARTTLS,
    { tls: true, cert: "expired" },
    EHLO,
    OFFER,
    { expect: "QUIT" },
    { close: true },
  ],
  "has a long chain": [...STARTTLS, { tls: true, cert: "chain-20" }, EHLO, OFFER, { expect: "QUIT" }, { close: true }],
  "greets octet by octet": [{ drip: "220 mx.test ESMTP\r\n", ms: 200 }],
  "never ends its greeting": [{ repeat: "220-and so on\r\n", count: 10_000, ms: 5 }],
  "never ends a line": [{ repeat: "x".repeat(1_000), count: 200, ms: 2 }],
  "never ends its answer": [GREETING, EHLO, { repeat: "250-X\r\n", count: 10_000, ms: 5 }],
  "sends noise": [{ sendHex: "00ff13371337deadbeef0d0a".repeat(20) }],
  "speaks HTTP": [{ send: "HTTP/1.1 400 Bad Request\r\n\r\n" }, { close: true }],
  refuses: [{ send: "554 no service\r\n" }, { close: true }],
  "hangs up with 421": [GREETING, EHLO, { send: "421 too busy\r\n" }, { close: true }],
};

const addressOf = (index: number) => {
  const address = parseAddress(`2001:db8:1:11::${(index + 1).toString(16)}`);
  if (!address) throw new Error("not an address");
  return address;
};

/** The mail servers that misbehave, by address. */
export const SCRIPTED = Object.values(SCRIPTS).map((_, index) => addressOf(index));

/** Their records, and what they do. */
export function misbehaving(): Content {
  const records = SCRIPTED.map((address, i) => {
    const name = `soak${i + 1}.example.com.`;
    return `${reverseName(address)}. PTR ${name}\n${name} AAAA ${address}`;
  });
  const hosts = Object.fromEntries(Object.values(SCRIPTS).map((script, i) => [addressOf(i) as string, script]));
  return { records: records.join("\n"), hosts };
}

/** One of two resolvers, that dies and comes again. */
const RESOLVER = RESOLVERS[0] ?? "";

/** The faults in force, a turn each. */
export const TURNS: readonly (readonly (readonly [FaultScope, Fault])[])[] = [
  [],
  [[{}, { loss: 0.05 }]],
  [[{ server: RESOLVER }, "silence"]],
  [[{ type: "TXT" }, "servfail"]],
  [[{ transport: "udp" }, "truncate"]],
  [[{ type: "PTR" }, "truncate-without-tcp"]],
  [[{ type: "A" }, "garbage"]],
  [[{ type: "MX" }, "refused"]],
  [[{ server: RESOLVER }, "wrong-id"]],
  [[{ type: "TXT" }, "wrong-question"]],
  [[{ type: "AAAA" }, "alias-loop"]],
  [[{ type: "NS" }, "lame"]],
  [[{}, { delay: 80 }]],
  [
    [{}, { loss: 0.02 }],
    [{ server: RESOLVER }, "servfail"],
    [{ type: "TLSA" }, "formerr"],
  ],
  [[{}, "silence"]],
];
