import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import { pick } from "../derive/index.ts";
import type { Facts } from "../facts/facts.ts";
import type { SpfWalk } from "../facts/spf.ts";
import { expandSpf } from "../formats/spf/senders.ts";
import { evaluateSpf } from "../gather/spf/evaluate.ts";
import { plain } from "../net/safe-text.ts";
import { failed, ip, name } from "../testing/facts.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { noSession } from "../testing/sessions.ts";
import { signals } from "./index.ts";

/** Every failure in a fact turned into our own limit. */
function limited(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(limited);
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && value.kind === "failed")
    return { ...value, ...("reason" in value ? { reason: "limit" } : {}), ...deeper(value), ...whyOf(value) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, limited(each)]));
}
const whyOf = (value: object) => ("why" in value ? { why: "limit" } : {});
const deeper = (value: object) => ("lookup" in value ? { lookup: limited(value.lookup) } : {});

const domain = name("example.com");
const spfRecord: SpfWalk = {
  domain,
  root: { domain, lookup: failed("limit"), records: [], nearMisses: [], reached: {} },
  complete: true,
};
const dns = { ask: async () => failed("limit") };
const asked = { domain, record: failed("limit") };

/** The state in which a check may send nothing at all. */
const outOfBudget = {
  ...(limited(nothingAnswered) as Facts),
  smtp: noSession("limit"),
  mx: { domain, mx: failed("limit"), exchangers: [] },
  mtaSts: asked,
  tlsReporting: asked,
  bimi: asked,
  dane: { domain, hosts: [] },
  mxSessions: { domain, hosts: [] },
  caa: { domain, hosts: [] },
  dkim: { domain, selectors: [], control: failed("limit") },
  dmarc: { domain, walk: [{ domain, lookup: failed("limit") }], existence: failed("limit"), reportHosts: [] },
  spf: await evaluateSpf({ ip: nothingAnswered.address, domain, dns }),
  heloSpf: await evaluateSpf({ ip: nothingAnswered.address, domain, dns }),
  spfRecord,
  spfSenders: expandSpf(spfRecord, new Map()),
  zoneSecurity: { kind: "failed", lookup: failed("limit") },
  resolverViews: [{ name: "Resolver", address: ip("9.9.9.9"), lookup: failed("limit"), at: 0 }],
} satisfies Facts;
/** The sending domain is claimed: all that is asked about it has a place. */
const known = { ...outOfBudget, sender: { domain, origin: "given" as const } };

/** What was seen when a server sent to this service is not asked for, so no limit of ours ends it. */
const asking = signals.filter(({ scopes }) => !scopes.some((scope) => scope === "session" || scope === "message"));

test.each(asking.map((signal) => [signal.id, signal] as const))("%s names our limit where it is ours", (_, signal) => {
  const { outcome, evidence = {} } = signal.judge(pick(known, signal.needs));
  const { status, says } = signal.outcomes[outcome] ?? {};
  expect(status).toBe("unknown");
  if (!says) throw new Error(`no words for ${outcome}`);
  const words = plain(say(says, evidence));
  expect(words).not.toMatch(/did not answer|gave (us )?no answer|answered in time|silent/);
  expect(words).toMatch(/our limit/i);
});
