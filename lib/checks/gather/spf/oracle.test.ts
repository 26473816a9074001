import { spf as mailauth } from "mailauth/lib/spf/index.js";
import { describe, expect, test } from "vitest";
import { corpus } from "../../testing/corpora.ts";
import { name } from "../../testing/facts.ts";
import { spfWorlds, zonesOf } from "../../testing/generated-spf.ts";
import { ours, type Suite, type SuiteTest, suites } from "../../testing/spf-suites.ts";
import { zoneClient } from "../../testing/zone-data.ts";

/** mailauth's answer from the same zone data, through the resolver shape it wants. */
async function oracle({ zonedata }: Suite, { host, helo, mailfrom }: SuiteTest): Promise<string> {
  const client = zoneClient(zonedata);
  const codes = { nodata: "ENODATA", nxdomain: "ENOTFOUND" } as const;
  const resolver = async (owner: string, type: "A" | "AAAA" | "MX" | "TXT" | "PTR") => {
    const lookup = await client.ask(
      name(
        owner
          .toLowerCase()
          .replace(/\.$/, "")
          .replace(/[^a-z0-9._/*-]/g, toEscapes),
      ),
      type,
    );
    if (lookup.kind === "failed") throw Object.assign(new Error("failed"), { code: "ETIMEOUT" });
    if (lookup.kind !== "answer") throw Object.assign(new Error("void"), { code: codes[lookup.kind] });
    return lookup.records.map((record) => {
      if (type === "TXT") return [record];
      return typeof record === "object"
        ? { priority: record.preference, exchange: fromEscapes(record.exchange) }
        : record;
    });
  };
  const { status } = await mailauth({
    ip: host,
    helo,
    sender: mailfrom,
    mta: "mx.example",
    strict: true,
    resolver,
  } as never);
  return status.result;
}
const fromEscapes = (owner: string) =>
  owner.replace(/\\(\d{3})/g, (_, ddd: string) => String.fromCharCode(Number(ddd)));
const toEscapes = (char: string) => `\\${String(char.charCodeAt(0)).padStart(3, "0")}`;

describe.skipIf(!corpus("spf"))("beside mailauth", () => {
  test("both give a result the suite accepts, on every one of its tests", async () => {
    const rows = suites("spf/rfc7208-tests.yml").flatMap((suite) =>
      Object.entries(suite.tests ?? {}).map(([title, row]) => ({ suite, title, row })),
    );
    expect(rows.length).toBeGreaterThanOrEqual(200);
    const wrong = [];
    for (const { suite, title, row } of rows) {
      const results = { ours: (await ours(suite, row)).result, mailauth: await oracle(suite, row) };
      const accepted = [row.result].flat();
      if (!accepted.includes(results.ours) || !accepted.includes(results.mailauth))
        wrong.push({ title, accepted, ...results });
    }
    expect(wrong).toEqual([]);
  });

  test("both agree on 5,000 generated worlds, but for the hosts behind mx that have no address", async () => {
    const worlds = spfWorlds(5000);
    const differing = [];
    for (const world of worlds) {
      const suite = { zonedata: zonesOf(world) } as Suite;
      const row = { host: world.ip, helo: "mail.example", mailfrom: "u@a.example", result: "" };
      const { result, problem, voids } = await ours(suite, row);
      const theirs = await oracle(suite, row);
      // mailauth counts the term alone (RFC 7208 section 4.6.4); pyspf and Mail::SPF count each host, and so do we.
      if (problem?.code === "too-many-mx-voids" || (voids > 2 && problem?.code === "too-many-voids")) continue;
      if (result !== theirs) differing.push({ world, result, theirs });
    }
    expect(differing).toEqual([]);
  }, 120_000);
});
