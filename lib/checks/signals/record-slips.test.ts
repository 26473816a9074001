import { describe, expect, test } from "vitest";
import { type Fix, type Signal, say } from "../define/signal.ts";
import type { Facts } from "../facts/facts.ts";
import type { Known } from "../findings/findings.ts";
import { gatherers } from "../gather/index.ts";
import { plain } from "../net/safe-text.ts";
import { judge } from "../run/judge.ts";
import { createFacts } from "../run/subject.ts";
import { parseClaims } from "../target/claims.ts";
import { ip, name } from "../testing/facts.ts";
import { gatheringFrom } from "../testing/gathering.ts";
import { DKIM_2048 } from "../testing/internet/keys.ts";
import { dkimKeys } from "./dkim-keys.ts";
import { dmarc } from "./dmarc.ts";
import { dmarcReports } from "./dmarc-reports.ts";
import { mtaSts } from "./mta-sts.ts";
import { mx } from "./mx.ts";
import { spf } from "./spf.ts";
import { spfRecord } from "./spf-record.ts";
import { spfSenders } from "./spf-senders.ts";
import { tlsRpt } from "./tls-rpt.ts";

const SIGNALS = [spf, spfRecord, spfSenders, dkimKeys, dmarc, dmarcReports, mx, mtaSts, tlsRpt];
const KEY = `v=DKIM1; k=rsa; p=${DKIM_2048}`;

interface Row {
  /** Absolute names; `D` is the domain. */
  readonly records: string;
  readonly selector?: string;
  /** The reader asks about the domain, not about a server that sends for it. */
  readonly target?: true;
  readonly says: Readonly<Record<string, string>>;
  /** What the fix of the one signal has to copy, and words that have to stand in it. */
  readonly copies?: Readonly<Record<string, string | null>>;
  readonly fixes?: Readonly<Record<string, RegExp>>;
}

async function verdictsOf({ records, selector, target }: Row) {
  const { gathering } = await gatheringFrom(records.replaceAll("D.", "d.example.org."), { tryMs: 2000 });
  const { claims } = parseClaims(selector ? { selector } : {});
  const seeds: Partial<Known> = {
    address: ip("203.0.113.192"),
    claims,
    sender: { domain: name("d.example.org"), origin: target ? "target" : "given" },
    reverse: { kind: "nodata" } as Facts["reverse"],
  };
  const facts = createFacts({ id: "x", scope: "server", seeds, signals: [] }, gatherers, () => gathering);
  return async (id: string) => {
    const signal = SIGNALS.find((each) => each.id === id) as unknown as Signal;
    const entries = await Promise.all(signal.needs.map(async (need) => [need, await facts(need)] as const));
    const verdict = judge(signal, "x", Object.fromEntries(entries) as unknown as Facts);
    const outcome = signal.outcomes[verdict.outcome];
    const fix: Fix | undefined = outcome?.fix && say(outcome.fix, verdict.evidence ?? {});
    const says = outcome ? plain(say(outcome.says, verdict.evidence ?? {})) : "";
    return { outcome: verdict.outcome, copy: fix?.copy ?? null, does: fix ? plain(fix.does) : "", says };
  };
}

const dmarcAt = (record: string) => `_dmarc.D. TXT "${record}"`;
const dmarcLine = (record: string) => `_dmarc.d.example.org.  3600  IN  TXT  "${record}"`;
const spfAt = (record: string) => `D. TXT "${record}"`;
const spfLine = (record: string) => `d.example.org.  3600  IN  TXT  "${record}"`;
const utf8 = (text: string): string =>
  [...Buffer.from(text)].map((octet) => (octet < 0x80 ? String.fromCharCode(octet) : `\\${octet}`)).join("");

const ROWS: Readonly<Record<string, Row>> = {
  "s-macro-l1rplus": {
    records: `${spfAt("v=spf1 redirect=%{l1r+}._spf.%{d}")}\npostmaster._spf.D. TXT "v=spf1 ip4:203.0.113.192 -all"`,
    says: { spf: "pass", "spf-senders": "counted", "spf-record": "pass-uncounted" },
  },
  "s-smart-quotes": {
    records: spfAt(utf8("“v=spf1 ip4:203.0.113.192 -all”")),
    says: { spf: "none", "spf-record": "no-record" },
    copies: { spf: spfLine("v=spf1 ip4:203.0.113.192 -all") },
    fixes: { spf: /^Replace/ },
  },
  "s-tabs": {
    records: spfAt("v=spf1\\009ip4:203.0.113.192\\009-all"),
    says: { spf: "none" },
    copies: { spf: spfLine("v=spf1 ip4:203.0.113.192 -all") },
  },
  "s-self-include": {
    records: `${spfAt("v=spf1 include:%{ir}.%{d}._spf.d.example.org -all")}
*._spf.D. TXT "v=spf1 include:%{ir}.%{d}._spf.d.example.org -all"`,
    says: { spf: "permerror", "spf-record": "pass-uncounted" },
    fixes: { spf: /^Correct the SPF record of d\.example\.org:/ },
  },
  "s-missing-space": {
    records: spfAt("v=spf1ip4:203.0.113.192 -all"),
    says: { spf: "none" },
    copies: { spf: spfLine("v=spf1 ip4:203.0.113.192 -all") },
  },
  "s-comma": {
    records: spfAt("v=spf1 ip4:203.0.113.192,192.0.2.1 -all"),
    says: { "spf-record": "syntax" },
    copies: { "spf-record": spfLine("v=spf1 ip4:203.0.113.192 ip4:192.0.2.1 -all") },
  },
  "s-two-records": {
    records: `${spfAt("v=spf1 ip4:203.0.113.192 -all")}\n${spfAt("v=spf1 ip4:203.0.113.7 ~all")}`,
    says: { "spf-record": "several-records" },
    copies: { "spf-record": spfLine("v=spf1 ip4:203.0.113.192 ip4:203.0.113.7 ~all") },
    fixes: { "spf-record": /^Replace/ },
  },
  "s-line-of-the-zone": {
    records: spfAt("TXT v=spf1 ip4:203.0.113.192 -all"),
    says: { spf: "none" },
    copies: { spf: spfLine("v=spf1 ip4:203.0.113.192 -all") },
    fixes: { spf: /^Replace/ },
  },
  "s-behind-another-record": {
    records: spfAt("MS=ms12345678 v=spf1 ip4:203.0.113.192 -all"),
    says: { spf: "none" },
    copies: { spf: null },
    fixes: { spf: /^Correct that TXT record.*Do not publish a second one/ },
  },
  "s-version-misspelt": {
    records: spfAt("v=sfp1 ip4:203.0.113.192 -all"),
    says: { spf: "none" },
    copies: { spf: spfLine("v=spf1 ip4:203.0.113.192 -all") },
  },
  "s-no-record-in-a-sentence": {
    records: spfAt("see v=spf1 record of our provider"),
    says: { spf: "none" },
    fixes: { spf: /^Publish/ },
  },
  "s-mechanism-misspelt": {
    records: spfAt("v=spf1 inlcude:_spf.example.net redirct=_spf.example.com"),
    says: { "spf-record": "syntax" },
    copies: { "spf-record": spfLine("v=spf1 include:_spf.example.net redirect=_spf.example.com") },
  },
  "s-all-misspelt": {
    records: spfAt("v=spf1 ip4:203.0.113.192 -al"),
    says: { "spf-record": "syntax" },
    copies: { "spf-record": spfLine("v=spf1 ip4:203.0.113.192 -all") },
  },
  "s-nothing-there": {
    records: "D. MX 10 mx.D.",
    says: { spf: "none" },
    copies: { spf: spfLine("v=spf1 ip4:203.0.113.192 ~all") },
    fixes: { spf: /^Publish/ },
  },
  "k-two-txt": {
    records: `s1._domainkey.D. TXT "${KEY}"\ns1._domainkey.D. TXT "${DKIM_2048.slice(120)}"`,
    selector: "s1",
    says: { "dkim-keys": "several" },
  },
  "k-cname-nx": {
    records: "s1._domainkey.D. CNAME s1.d.vendor.example.net.",
    selector: "s1",
    says: { "dkim-keys": "alias-dangling" },
    copies: { "dkim-keys": null },
    fixes: { "dkim-keys": /s1\.d\.vendor\.example\.net.*example\.net/ },
  },
  "k-sel-full": {
    records: `s1._domainkey.D. TXT "${KEY}"`,
    selector: "s1._domainkey.d.example.org",
    says: { "dkim-keys": "found" },
  },
  "k-double-domain": {
    records: `s1._domainkey.d.example.org.D. TXT "v=DKIM1; p=${DKIM_2048.slice(0, 40)}"`,
    selector: "s1",
    says: { "dkim-keys": "missing" },
    fixes: { "dkim-keys": /^Move the record to s1\._domainkey\.d\.example\.org/ },
  },
  "k-parked-wild": {
    records: `D. MX 0 .\n${spfAt("v=spf1 -all")}\n${dmarcAt("v=DMARC1; p=reject")}\n*._domainkey.D. TXT "v=DKIM1; p="`,
    target: true,
    says: {
      mx: "sends-and-takes-nothing",
      "spf-record": "sends-nothing",
      "spf-senders": "nobody",
      "dkim-keys": "all-revoked",
      dmarc: "reject",
    },
  },
  "k-parked-nodkim": {
    records: `${spfAt("v=spf1 -all")}\n${dmarcAt("v=DMARC1; p=reject")}`,
    target: true,
    says: { mx: "sends-nothing", "dkim-keys": "not-needed", "spf-record": "sends-nothing" },
    copies: { mx: "d.example.org.  3600  IN  MX  0  ." },
  },
  "m-leading-space": {
    records: dmarcAt(" v=DMARC1; p=reject; rua=mailto:a@d.example.org"),
    says: { dmarc: "misspelt" },
    copies: { dmarc: dmarcLine("v=DMARC1; p=reject; rua=mailto:a@d.example.org") },
    fixes: { dmarc: /^Replace/ },
  },
  "m-sp-invalid": {
    records: dmarcAt("v=DMARC1; p=reject; sp=jerect; rua=mailto:a@d.example.org"),
    says: { dmarc: "weakened" },
    copies: { dmarc: dmarcLine("v=DMARC1; p=reject; sp=reject; rua=mailto:a@d.example.org") },
  },
  "m-smart-quotes": {
    records: dmarcAt(utf8("“v=DMARC1; p=reject”")),
    says: { dmarc: "misspelt" },
    copies: { dmarc: dmarcLine("v=DMARC1; p=reject") },
  },
  "m-escaped": {
    records: dmarcAt("v=DMARC1\\\\; p=reject\\\\; rua=mailto:a@d.example.org"),
    says: { dmarc: "misspelt" },
    copies: { dmarc: dmarcLine("v=DMARC1; p=reject; rua=mailto:a@d.example.org") },
  },
  "m-twice": {
    records: dmarcAt("v=DMARC1; p=reject; p=none"),
    says: { dmarc: "void" },
    copies: { dmarc: dmarcLine("v=DMARC1; p=reject") },
  },
  "m-double-domain": {
    records: `_dmarc.d.example.org.D. TXT "v=DMARC1; p=reject"`,
    says: { dmarc: "missing" },
    copies: { dmarc: dmarcLine("v=DMARC1; p=reject") },
    fixes: { dmarc: /^Move/ },
  },
  "m-at-the-domain-itself": {
    records: `D. TXT "v=DMARC1; p=quarantine; rua=mailto:a@D"`.replace("@D", "@d.example.org"),
    says: { dmarc: "missing" },
    copies: { dmarc: dmarcLine("v=DMARC1; p=quarantine; rua=mailto:a@d.example.org") },
    fixes: { dmarc: /^Move the record to _dmarc\.d\.example\.org/ },
  },
  "m-policy-misspelt": {
    records: dmarcAt("v=DMARC1; p=rejct; rua=mailto:a@d.example.org"),
    says: { dmarc: "misspelt-policy" },
    copies: { dmarc: dmarcLine("v=DMARC1; p=reject; rua=mailto:a@d.example.org") },
    fixes: { dmarc: /^Replace/ },
  },
  "m-policy-with-a-colon": {
    records: dmarcAt("v=DMARC1; p:quarantine; rua=mailto:a@d.example.org"),
    says: { dmarc: "misspelt-policy" },
    copies: { dmarc: dmarcLine("v=DMARC1; p=quarantine; rua=mailto:a@d.example.org") },
  },
  "m-policy-nobody-can-guess": {
    records: dmarcAt("v=DMARC1; p=monitor; rua=mailto:a@d.example.org"),
    says: { dmarc: "unclear" },
    copies: { dmarc: null },
  },
  "m-cname-nx": {
    records: "_dmarc.D. CNAME d.dmarc.vendor.example.net.",
    says: { dmarc: "alias-dangling" },
    copies: { dmarc: null },
  },
  "m-rua-without-mailto": {
    records: dmarcAt("v=DMARC1; p=reject; rua=a@d.example.org"),
    says: { "dmarc-reports": "unreadable" },
    copies: { "dmarc-reports": dmarcLine("v=DMARC1; p=reject; rua=mailto:a@d.example.org") },
  },
  "t-misspelt": {
    records: `_mta-sts.D. TXT "v=stsv1; id=2026"\n_smtp._tls.D. TXT "v=TLSRPTv1, rua=a@d.example.org"`,
    says: { "mta-sts": "misspelt", "tls-rpt": "misspelt" },
    copies: {
      "mta-sts": '_mta-sts.d.example.org.  3600  IN  TXT  "v=STSv1; id=2026"',
      "tls-rpt": '_smtp._tls.d.example.org.  3600  IN  TXT  "v=TLSRPTv1; rua=mailto:a@d.example.org"',
    },
    fixes: { "mta-sts": /^Replace/, "tls-rpt": /^Replace/ },
  },
  "t-several": {
    records: `_smtp._tls.D. TXT "v=TLSRPTv1; rua=mailto:a@d.example.org"\n_smtp._tls.D. TXT "v=TLSRPTv1; rua=mailto:b@d.example.org"`,
    says: { "tls-rpt": "several" },
    copies: {
      "tls-rpt":
        '_smtp._tls.d.example.org.  3600  IN  TXT  "v=TLSRPTv1; rua=mailto:a@d.example.org,mailto:b@d.example.org"',
    },
  },
};

describe.each(Object.entries(ROWS))("%s", (_, row) => {
  test("comes to its outcomes, and to fixes that can be carried out", async () => {
    const verdict = await verdictsOf(row);
    for (const [id, outcome] of Object.entries(row.says))
      expect([id, (await verdict(id)).outcome]).toEqual([id, outcome]);
    for (const [id, copy] of Object.entries(row.copies ?? {})) expect((await verdict(id)).copy).toBe(copy);
    for (const [id, words] of Object.entries(row.fixes ?? {})) expect((await verdict(id)).does).toMatch(words);
  });
});

test("backslashes in a key's record are named", async () => {
  const escaped = await verdictsOf({
    records: `s1._domainkey.D. TXT "v=DKIM1\\\\; k=rsa\\\\; p=${DKIM_2048.slice(0, 180)}" "${DKIM_2048.slice(180)}"`,
    selector: "s1",
    says: {},
  });
  expect(await escaped("dkim-keys")).toMatchObject({
    outcome: "unusable",
    says: expect.stringContaining("The backslashes ended up in the record"),
    copy: expect.stringContaining("v=DKIM1; k=rsa; p="),
  });
});

test("bytes beyond ASCII are shown as what they are", async () => {
  const quoted = await verdictsOf({ records: dmarcAt(utf8("“v=DMARC1; p=reject”")), says: {} });
  expect((await quoted("dmarc")).says).toContain("“v=DMARC1; p=reject”");
  const spaced = await verdictsOf({ records: spfAt(utf8("v=spf1\u00a0mx -all")), says: {} });
  expect((await spaced("spf")).says).toContain("v=spf1\\u{a0}mx -all");
  const latin1 = await verdictsOf({ records: spfAt("v=spf1\\160mx -all"), says: {} });
  expect((await latin1("spf")).says).toContain("v=spf1\\xa0mx -all");
});
