import { DKIM_1024, DKIM_2048, DKIM_ED25519 } from "./keys.ts";
import { type Sample, type Section, server } from "./sample.ts";
import { DNS_COMPANY } from "./zones.ts";

/**
 * One server that is in order sends for many domains: 203.0.113.192, out.example.org. Each sample is a domain of its
 * own, named like the sample below example.org, in order but for what the sample is about. example.org itself has no
 * DMARC record, so that each of them is its own organisational domain in the tree walk (RFC 9989).
 */
const OUT = "203.0.113.192";

interface Domain {
  /** The value of its SPF record; null for none. */
  readonly spf?: string | null;
  readonly dmarc?: string | null;
  readonly selector?: string;
  /** More records, relative to the domain. */
  readonly records?: string;
  readonly zones?: Sample["zones"];
}

function sending(id: string, title: string, note: string, domain: Domain = {}): Sample {
  const { spf = `v=spf1 ip4:${OUT} -all`, dmarc = "v=DMARC1; p=reject", selector, records = "", zones } = domain;
  const own = [
    `$ORIGIN ${id}.example.org.`,
    "@ MX 10 mx.example.org.",
    ...(spf === null ? [] : [`@ TXT "${spf}"`]),
    ...(dmarc === null ? [] : [`_dmarc TXT "${dmarc}"`]),
    ...records.split("\n").map((line) => line.trim()),
  ];
  return {
    id,
    target: OUT,
    options: { from: `${id}.example.org`, ...(selector ? { selector } : {}) },
    title,
    note,
    records: own.join("\n"),
    ...(zones ? { zones } : {}),
  };
}

export const spf: Section = {
  title: "SPF",
  samples: [
    {
      ...sending("spf-include", "SPF passes through includes", "The branch that matches is two records deep.", {
        spf: "v=spf1 include:_spf.spf-include.example.org ~all",
        records: `
          _spf   TXT "v=spf1 include:_out._spf.spf-include.example.org ip4:198.51.100.192/28 -all"
          _out._spf TXT "v=spf1 a:out.example.org -all"
        `,
      }),
      hosts: { [OUT]: server("out.example.org"), "203.0.113.193": server("mx.example.org") },
    },
    sending("spf-fail", "SPF fails", "The record names other addresses and ends in -all.", {
      spf: "v=spf1 ip4:203.0.113.1 -all",
    }),
    sending("spf-softfail", "SPF fails softly", "The record names other addresses and ends in ~all.", {
      spf: "v=spf1 ip4:203.0.113.1 ~all",
    }),
    sending("spf-none", "No SPF record", "The domain says nothing about who sends for it.", { spf: null }),
    sending("spf-plus-all", "Everybody may send", "+all lets the whole internet send in this name.", {
      spf: "v=spf1 +all",
    }),
    sending("spf-lookups", "Too many lookups", "Eleven includes: one more than RFC 7208 allows.", {
      spf: `v=spf1 ${times(11, (n) => `include:_${n}.spf-lookups.example.org`).join(" ")} -all`,
      records: times(11, (n) => `_${n} TXT "v=spf1 ip4:198.51.100.${n} -all"`).join("\n"),
    }),
    sending("spf-void", "Too many lookups that find nothing", "Three names that do not exist; RFC 7208 allows two.", {
      spf: "v=spf1 a:gone1.spf-void.example.org a:gone2.spf-void.example.org a:gone3.spf-void.example.org -all",
    }),
    sending("spf-several", "Two SPF records", "With two records neither counts.", {
      records: `@ TXT "v=spf1 include:_spf.example.com -all"`,
    }),
    sending("spf-syntax", "SPF record with a mistake", "ipv4 is no mechanism.", { spf: `v=spf1 ipv4:${OUT} -all` }),
    sending("spf-after-all", "Terms after all", "What stands behind all is never read.", {
      spf: `v=spf1 -all ip4:${OUT}`,
    }),
    sending("spf-ptr", "SPF by PTR", "The ptr mechanism works here, and should not be used.", {
      spf: "v=spf1 ptr:example.org -all",
    }),
    sending("spf-temperror", "SPF that cannot be found out", "An include leads into a zone that answers SERVFAIL.", {
      spf: "v=spf1 include:_spf.broken.spf-temperror.example.org -all",
      zones: [{ apex: "broken.spf-temperror.example.org", ns: DNS_COMPANY, broken: "servfail" }],
    }),
    {
      id: "sender-server",
      target: OUT,
      options: { from: "spf-include.example.org", helo: "out.example.org" },
      title: "The sending server itself",
      note: "PTR, forward record and greeting fit; the EHLO name has an SPF record of its own.",
      records: `
        192.113.0.203.in-addr.arpa.  PTR  out.example.org.
        out.example.org.             A    ${OUT}
        out.example.org.             TXT  "v=spf1 a -all"
        193.113.0.203.in-addr.arpa.  PTR  mx.example.org.
        mx.example.org.              A    203.0.113.193
      `,
    },
  ],
};

export const dkim: Section = {
  title: "DKIM",
  samples: [
    key("dkim-2048", "RSA key of 2048 bits", "In order.", `v=DKIM1; k=rsa; p=${DKIM_2048}`),
    key(
      "dkim-1024",
      "RSA key of 1024 bits",
      "Still accepted, and shorter than it should be.",
      `v=DKIM1; k=rsa; p=${DKIM_1024}`,
    ),
    key(
      "dkim-ed25519",
      "Ed25519 key",
      "Short and strong; not every receiver knows it.",
      `v=DKIM1; k=ed25519; p=${DKIM_ED25519}`,
    ),
    key("dkim-revoked", "Revoked key", "An empty p= takes the key back.", "v=DKIM1; p="),
    key("dkim-testing", "Key in testing", "t=y asks receivers not to count on it.", `v=DKIM1; t=y; p=${DKIM_2048}`),
    key("dkim-broken", "Broken key record", "The key is no base64.", "v=DKIM1; k=rsa; p=%%not-base64%%"),
    sending("dkim-alias", "Key at the provider", "The selector is an alias to a record of somebody else.", {
      selector: "s1",
      records: `s1._domainkey CNAME s1.dkim-alias.keys.hoster.example.net.
        s1.dkim-alias.keys.hoster.example.net. TXT "v=DKIM1; k=rsa; p=${DKIM_2048}"`,
    }),
    sending("dkim-none", "No key found", "None of the selectors tried exists; that proves nothing."),
  ],
};

function key(id: string, title: string, note: string, record: string): Sample {
  return sending(id, title, note, { selector: "s1", records: `s1._domainkey TXT "${record}"` });
}

export const dmarc: Section = {
  title: "DMARC",
  samples: [
    policy("dmarc-reject", "Policy reject", "In order.", "v=DMARC1; p=reject; sp=reject; np=reject; adkim=s; aspf=r"),
    policy("dmarc-quarantine", "Policy quarantine", "What fails goes to the junk folder.", "v=DMARC1; p=quarantine"),
    policy("dmarc-monitoring", "Policy none", "Reports only: nothing happens to mail that fails.", "v=DMARC1; p=none"),
    policy("dmarc-missing", "No DMARC record", "Large receivers ask bulk senders for one.", null),
    policy(
      "dmarc-testing",
      "Policy in testing",
      "t=y: receivers apply one step less (RFC 9989).",
      "v=DMARC1; p=reject; t=y",
    ),
    policy(
      "dmarc-old-tags",
      "Tags that are gone",
      "pct, rf and ri were removed by RFC 9989.",
      "v=DMARC1; p=reject; pct=50; rf=afrf; ri=86400",
    ),
    policy("dmarc-broken", "DMARC record with a mistake", "p=deny is no policy.", "v=DMARC1; p=deny"),
    sending("dmarc-several", "Two DMARC records", "With two records neither counts.", {
      records: `_dmarc TXT "v=DMARC1; p=none"`,
    }),
    sending("dmarc-reports-authorised", "Reports to somebody else, allowed", "The receiver of the reports says yes.", {
      dmarc: "v=DMARC1; p=reject; rua=mailto:dmarc@reports.example.net",
      records: `dmarc-reports-authorised.example.org._report._dmarc.reports.example.net. TXT "v=DMARC1"`,
    }),
    policy(
      "dmarc-reports-unauthorised",
      "Reports to somebody else, not allowed",
      "Nothing at the other side says that it wants these reports, so nobody sends them.",
      "v=DMARC1; p=reject; rua=mailto:dmarc@elsewhere.example.net",
    ),
  ],
};

function policy(id: string, title: string, note: string, record: string | null): Sample {
  return sending(id, title, note, { dmarc: record });
}

function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i + 1));
}
