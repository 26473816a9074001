import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Receiver } from "../lib/checks/define/receiver.ts";
import { rspamd } from "../lib/checks/receivers/rspamd.ts";
import { spamassassin } from "../lib/checks/receivers/spamassassin.ts";
import { predict } from "../lib/checks/run/predict.ts";
import { startDns } from "./dns/start.ts";
import { readRspamdHeader, startRspamd } from "./filters/rspamd.ts";
import { judgeBySpamassassin } from "./filters/spamassassin.ts";
import { aboutIdentity, type Symbols } from "./filters/symbols.ts";
import { identityOf } from "./identity.ts";
import { ADDRESSES } from "./internet/places.ts";
import { EHLOS, SENDERS } from "./internet/senders.ts";
import { createKeeper } from "./keeper.ts";
import { send } from "./mail/client.ts";
import { STORING, startStoring } from "./mail/storing.ts";
import { addAddresses } from "./namespace.ts";
import { outputOf, whyNot } from "./programs.ts";
import { labVantage } from "./vantage.ts";

const missing = whyNot("ip", "nsd", "unbound", "rbldnsd", "ldns-signzone", "postfix", "spamassassin", "rspamd");
const skipped = missing ? ` (skipped: ${missing})` : "";

/** The filters, as Debian packages them; and what was measured where a prediction leaves all open. */
const FILTERS: Readonly<Record<Filter, FilterUnderTest>> = {
  spamassassin: {
    program: "spamassassin",
    receiver: spamassassin,
    variant: "4.0.1",
    identity: /RDNS|HELO/,
    measured: { "reverse zone not loaded": 2.399, "name's zone not loaded": 2.399 },
  },
  rspamd: {
    program: "rspamd",
    receiver: rspamd,
    variant: "3.4 behind Postfix",
    identity: /RDNS|HFILTER_HELO|HFILTER_HOST|ONCE_RECEIVED_STRICT/,
    measured: { "reverse zone not loaded": 3.5, "name's zone not loaded": 2.5 },
  },
};
type Filter = "spamassassin" | "rspamd";
interface FilterUnderTest {
  readonly program: string;
  readonly receiver: Receiver;
  /** Of its rules, those of the version that runs here. */
  readonly variant: string;
  readonly identity: RegExp;
  readonly measured: Readonly<Record<string, number>>;
}

/** Who sends, and what it says in EHLO. */
const CASES = [
  ...Object.entries(SENDERS).map(([what, address]) => ({ what, address, ehlo: "good.example.com" })),
  ...Object.entries(EHLOS).map(([what, ehlo]) => ({
    what: `EHLO: ${what}`,
    address: SENDERS["nothing is the matter"],
    ehlo,
  })),
].map((each, i) => ({ ...each, recipient: `case${i}` }));
type Case = (typeof CASES)[number];

const message = (recipient: string) =>
  `From: Sender <sender@example.com>
To: Recipient <${recipient}@example.net>
Subject: The minutes of our meeting
Date: ${new Date().toUTCString().replace("GMT", "+0000")}
Message-ID: <${recipient}.20261122.090000.1234567890@good.example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Dear colleague, please find below what we agreed on last Tuesday.
That is all.`.replaceAll("\n", "\r\n");

describe.skipIf(missing)(`what filters add behind a real Postfix is what was predicted${skipped}`, () => {
  const keeper = createKeeper();
  let seen: Readonly<Record<Filter, ReadonlyMap<string, Symbols>>>;
  beforeAll(async () => {
    addAddresses([...ADDRESSES, ...Object.values(SENDERS)]);
    await startDns(keeper);
    keeper.keep(await startRspamd(keeper.folder("rspamd")));
    const store = await startStoring(keeper);
    const byRspamd = new Map<string, Symbols>();
    for (const { address, ehlo, recipient } of CASES) {
      const to = STORING[address.includes(":") ? "v6" : "v4"];
      const data = message(recipient);
      const reply = await send({ from: address, to, ehlo, recipient: `${recipient}@example.net`, data });
      expect(reply.text).toMatch(/^250 /);
      byRspamd.set(recipient, readRspamdHeader(await store.message(recipient)));
    }
    const judged = judgeBySpamassassin(CASES.map(({ recipient }) => store.file(recipient)));
    const bySpamassassin = new Map(CASES.map(({ recipient }, i) => [recipient, judged[i] ?? new Map()] as const));
    seen = { spamassassin: bySpamassassin, rspamd: byRspamd };
  });
  afterAll(() => keeper.close());

  /** Compares symbols and their sum. Where a prediction leaves all open, with what was measured. */
  async function holds(filter: Filter, each: Case) {
    const { receiver, variant, identity, measured } = FILTERS[filter];
    const rules = receiver.variants?.[variant];
    if (!rules) throw new Error(`no rules for ${variant}`);
    const facts = await identityOf(labVantage(), each.address, each.ehlo, rules.needs);
    const { rule, action, score, evidence } = predict(receiver, facts, variant);
    const found = aboutIdentity(seen[filter].get(each.recipient) ?? new Map(), identity);
    const sum = [...found.values()].reduce((total, points) => total + points, 0);
    if (action === "unknown")
      return expect({ rule, [each.what]: sum }).toEqual({ rule, [each.what]: measured[each.what] });

    const { symbols: sure = [], perhaps = [] } = evidence;
    const { least = 0, most = 0 } = score?.sets?.[0] ?? score ?? {};
    const names = [...found.keys()];
    expect({
      missing: sure.filter((symbol) => !names.some((name) => standsFor(symbol, name))),
      unforeseen: names.filter((name) => ![...sure, ...perhaps].some((symbol) => standsFor(symbol, name))),
      points: sum < least - 0.001 ? `${sum} < ${least}` : sum > most + 0.001 ? `${sum} > ${most}` : "within",
    }).toEqual({ missing: [], unforeseen: [], points: "within" });
  }

  describe.each(Object.keys(FILTERS) as Filter[])("%s", (filter) => {
    const { program, variant } = FILTERS[filter];
    test("its version is the one the rules were measured with", () => {
      const ran = /version (\d+(?:\.\d+)+)/.exec(outputOf(program, ["--version"]))?.[1];
      expect(`${ran} behind Postfix`).toContain(variant);
    });
    test.each(CASES)("$what", (each) => holds(filter, each));
  });
});

/** Symbols of a prediction may stand for several: `A or B`, `HFILTER_HOSTNAME_1 to 5`, `HELO_DYNAMIC rules`. */
const standsFor = (predicted: string, name: string): boolean =>
  predicted
    .split(" or ")
    .some((one) => new RegExp(`^${one.replace(/\d to \d$/, "\\d").replace(/ rules$/, "_\\w+")}$`).test(name));
