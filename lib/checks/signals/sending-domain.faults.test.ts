import { describe, expect, onTestFinished, test } from "vitest";
import type { Known } from "../findings/findings.ts";
import { gatherers } from "../gather/index.ts";
import { judge } from "../run/judge.ts";
import { createFacts } from "../run/subject.ts";
import { certificate, presented, sessionWith } from "../testing/certificates.ts";
import type { Fault } from "../testing/dns-faults.ts";
import { name } from "../testing/facts.ts";
import { gatheringFrom } from "../testing/gathering.ts";
import { DKIM_1024, DKIM_2048 } from "../testing/internet/keys.ts";
import { startWebServer } from "../testing/web-server.ts";
import { bimi } from "./bimi.ts";
import { caa } from "./caa.ts";
import { dane } from "./dane.ts";
import { dkimKeys } from "./dkim-keys.ts";
import { dmarc } from "./dmarc.ts";
import { dmarcReports } from "./dmarc-reports.ts";
import { mtaSts } from "./mta-sts.ts";
import { mx } from "./mx.ts";
import { tlsRpt } from "./tls-rpt.ts";

const SIGNALS = [dkimKeys, dmarc, dmarcReports, mx, mtaSts, tlsRpt, dane, bimi, caa];
const FAULTS: readonly Fault[] = ["servfail", "refused", "formerr", "truncate-without-tcp", "garbage", "silence"];

interface Setting {
  readonly domain: string;
  readonly selectors?: readonly string[];
  readonly records: string;
}

/** Domains with much to find out, so that each question that fails hides something. */
const SETTINGS: Readonly<Record<string, Setting>> = {
  "a domain in order": {
    domain: "example.com",
    records: `
      example.com. MX 10 mx1.example.com.
      example.com. CAA 0 issue "ca.example.net"
      example.com. MX 20 mx2.example.com.
      mx1.example.com. A 203.0.113.1
      mx1.example.com. AAAA 2001:db8::1
      mx2.example.com. A 203.0.113.2
      _25._tcp.mx1.example.com. TLSA 2 0 1 ${presented("2").sha256}
      google._domainkey.example.com. TXT "v=DKIM1; p=${DKIM_2048}"
      _dmarc.example.com. TXT "v=DMARC1; p=reject; rua=mailto:a@example.net"
      example.com._report._dmarc.example.net. TXT "v=DMARC1"
      _mta-sts.example.com. TXT "v=STSv1; id=1"
      mta-sts.example.com. A 203.0.113.9
      _smtp._tls.example.com. TXT "v=TLSRPTv1; rua=mailto:a@example.com"
      default._bimi.example.com. TXT "v=BIMI1; l=https://mta-sts.example.com/logo.svg"
    `,
  },
  "a subdomain that inherits, with faults": {
    domain: "news.example.com",
    selectors: ["s1"],
    records: `
      news.example.com. MX 10 mx.example.com.
      news.example.com. MX 20 gone.example.com.
      mx.example.com. A 203.0.113.1
      s1._domainkey.news.example.com. TXT "v=DKIM1; p=${DKIM_1024}"
      _dmarc.example.com. TXT "v=DMARC1; p=reject; sp=quarantine; np=none; rua=mailto:a@example.net"
      default._bimi.example.com. TXT "v=BIMI1; l=https://mta-sts.example.com/logo.svg"
      mta-sts.example.com. A 203.0.113.9
    `,
  },
};

/** Patience with an answer that comes: a busy machine is slow. Where none comes, it is the whole of the waiting. */
const PATIENT_MS = 2000;
const SILENT_MS = 150;
/** Worlds side by side where every question is waited for: a fault holds for a whole world. */
const WIDTH = 6;

async function setUp({ domain, selectors = [], records }: Setting, tryMs = PATIENT_MS) {
  const server = await startWebServer({
    certificate: { names: ["mta-sts.example.com"] },
    pages: {
      "/.well-known/mta-sts.txt": { body: "version: STSv1\nmode: enforce\nmx: *.example.com\nmax_age: 86400\n" },
      "/logo.svg": { type: "image/svg+xml", body: '<svg baseProfile="tiny-ps"></svg>' },
    },
  });
  onTestFinished(server.close);
  const DAY = 86_400_000;
  const dates = { notBefore: Date.now() - DAY, notAfter: Date.now() + DAY };
  const seen = sessionWith(
    certificate({ ...dates, dnsNames: ["*.example.com"], presented: [presented("1", dates), presented("2", dates)] }),
  );
  const world = await gatheringFrom(records, {
    signed: true,
    tryMs,
    web: { "203.0.113.9": server.endpoint },
    sessions: { "203.0.113.1": seen, "2001:db8::1": seen, "203.0.113.2": seen },
  });
  const seeds: Partial<Known> = { sender: { domain: name(domain), origin: "target" }, claims: { selectors } };
  const verdicts = async () => {
    const facts = createFacts({ id: "x", scope: "domain", seeds, signals: [] }, gatherers, () => world.gathering);
    const found = await Promise.all(
      SIGNALS.map(async (signal) => {
        const entries = await Promise.all(signal.needs.map(async (need) => [need, await facts(need)] as const));
        const { status, outcome } = judge(signal as never, "x", Object.fromEntries(entries) as unknown as Known);
        return [signal.id, status === "unknown" ? "unknown" : outcome] as const;
      }),
    );
    return Object.fromEntries(found);
  };
  return { world, verdicts };
}

test("without faults, the settings come to what they were made for", async () => {
  const settings = await Promise.all(Object.values(SETTINGS).map((setting) => setUp(setting)));
  expect(await Promise.all(settings.map(({ verdicts }) => verdicts()))).toEqual([
    {
      "dkim-keys": "found",
      dmarc: "reject",
      "dmarc-reports": "arrive",
      mx: "found",
      "mta-sts": "enforce",
      "tls-rpt": "found",
      dane: "some-hosts",
      bimi: "found",
      caa: "restricted",
    },
    {
      "dkim-keys": "short",
      dmarc: "quarantine",
      "dmarc-reports": "unauthorized",
      mx: "some-without-address",
      "mta-sts": "absent",
      "tls-rpt": "absent",
      dane: "absent",
      bimi: "found",
      caa: "absent",
    },
  ]);
});

describe.each(Object.entries(SETTINGS))(
  "%s: a question without an answer is never a verdict of its own",
  (_, setting) => {
    test.each(FAULTS.map((fault) => [String(fault), fault] as const))("%s", async (_name, fault) => {
      const ms = fault === "silence" ? SILENT_MS : PATIENT_MS;
      const several = await Promise.all(
        Array.from({ length: fault === "silence" ? WIDTH : 1 }, () => setUp(setting, ms)),
      );
      const [right = {}] = await Promise.all(several.map(({ verdicts }) => verdicts()));
      const questions = [...new Set(several[0]?.world.asked())];
      expect(questions.length).toBeGreaterThan(30);
      const left = questions.values();
      const tryAll = async ({ world, verdicts }: Awaited<ReturnType<typeof setUp>>) => {
        for (const question of left) {
          const [owner = "", type] = question.split(" ");
          const end = world.fault({ name: owner, type: type as never }, fault);
          for (const [signal, outcome] of Object.entries(await verdicts())) {
            if (outcome !== "unknown") expect([question, signal, outcome]).toEqual([question, signal, right[signal]]);
          }
          end();
        }
      };
      await Promise.all(several.map(tryAll));
      expect(left.next().done).toBe(true);
    });
  },
);
