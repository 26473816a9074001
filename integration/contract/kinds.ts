/** How a stored report of the contract came about: what was asked for, and under which circumstances. */
export interface Kind {
  readonly target: string;
  readonly from?: string;
  readonly helo?: string;
  readonly selector?: string;
  /** A bounce or headers to read instead of `target`. */
  readonly text?: string;
  /** How the check ended, where it did not come to its end. */
  readonly ended?: "cancelled" | "out-of-time" | "interrupted" | "running";
  /** Our own network does not let port 25 out. */
  readonly port25Blocked?: boolean;
  /** What of the report is as it was in an early version, or as no version has it any more. */
  readonly made?: "minimal" | "retired";
  /** Whether the JSON of this report is kept as an answer of its own; of the others only the report is. */
  readonly answered?: boolean;
}

const BOUNCE = `<ford.prefect@b.example>: host gmail-smtp-in.l.google.com[142.250.1.27] said: 550-5.7.25 [203.0.113.20]
    The IP address sending this message does not have a PTR record setup.
    550 5.7.25 https://support.google.com/mail/answer/81126 (in reply to end of DATA command); from=<zaphod.beeble@example.com>`;
const HEADERS = `Received: from mail.example.com (unknown [203.0.113.10]) by mx.b.example (Postfix) with ESMTPS id 4A
Authentication-Results: mx.b.example; spf=softfail smtp.mailfrom=zaphod.beeble@example.com
From: Zaphod Beeble <zaphod.beeble@example.com>`;

/** One stored report of each kind. Kinds are added, never changed or removed: they are what was given out. */
export const KINDS: Readonly<Record<string, Kind>> = {
  "address-pass": { target: "203.0.113.10", selector: "s2026", answered: true },
  "address-warn": { target: "203.0.113.28" },
  "address-fail": { target: "203.0.113.20", answered: true },
  "ipv6-pass": { target: "2001:db8:1::10" },
  "ipv6-fail": { target: "2001:db8:34::25", answered: true },
  "host-several": { target: "dual.example.com", answered: true },
  "host-nowhere": { target: "no-such-host.example.com", answered: true },
  "host-private": { target: "both-sides.example.com" },
  domain: { target: "domain:receiving.example.org", answered: true },
  "domain-null-mx": { target: "domain:null-mx.example.org" },
  "domain-two-mx": { target: "domain:two-mx.example.org" },
  email: { target: "zaphod@example.com", selector: "s2026" },
  claims: { target: "203.0.113.192", from: "spf-include.example.org", helo: "out.example.org", selector: "s1 s2" },
  "spf-fail": { target: "203.0.113.192", from: "spf-fail.example.org", answered: true },
  "from-bounce": { target: "", text: BOUNCE, answered: true },
  "from-headers": { target: "", text: HEADERS },
  "reverse-name": { target: "10.113.0.203.in-addr.arpa" },
  "port25-blocked": { target: "203.0.113.10", port25Blocked: true },
  "port25-closed": { target: "203.0.113.80" },
  "dns-trouble": { target: "203.0.113.50" },
  listed: { target: "203.0.113.212" },
  "tls-broken": { target: "203.0.113.92" },
  "certificate-other": { target: "203.0.113.95" },
  "hostile-name": { target: "203.0.113.48" },
  "ticket-problem": { target: "203.0.113.34" },
  minimal: { target: "203.0.113.22", made: "minimal", answered: true },
  retired: { target: "203.0.113.22", made: "retired", answered: true },
  cancelled: { target: "203.0.113.12", ended: "cancelled" },
  "out-of-time": { target: "203.0.113.12", ended: "out-of-time", answered: true },
  interrupted: { target: "203.0.113.12", ended: "interrupted" },
  running: { target: "203.0.113.12", ended: "running", answered: true },
};

/** The id a kind's report is stored under: its name, filled up to what an id looks like. */
export const idOf = (kind: string): string => `${kind.padEnd(21, "-")}A`;
