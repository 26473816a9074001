import { afterAll, beforeAll, expect, test } from "vitest";
import { parseTarget } from "../target/target.ts";
import { startWorld, type World } from "../testing/world.ts";
import { check } from "./check.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ delayMs: 0, limits: { smtpConnectMs: 300 } });
});
afterAll(() => world.close());

const SHARED = "203.0.113.226";

/** The sessions with one server that shows each name its own certificate, and what was made of it. */
async function look(target: string) {
  const read = parseTarget(target);
  if (!read.ok) throw new Error(`${target} cannot be read`);
  const { sessions, verdicts } = await check(read.target, world.vantage);
  return {
    sessions: sessions
      .filter(({ address }) => address === SHARED)
      .map(({ serverName, tls }) => [serverName, tls.kind === "established" ? tls.certificate?.dnsNames : undefined]),
    name: verdicts.find(({ signal }) => signal === "certificate-name"),
  };
}

test("a mail host is asked for by its MX name, once, for its server and for the domain's policy", async () => {
  const { sessions, name } = await look("domain:mta-sts-sni.example.org");
  expect(sessions).toEqual([["mx.mta-sts-sni.example.org", ["mx.mta-sts-sni.example.org"]]]);
  expect(name).toMatchObject({ outcome: "exact", evidence: { sni: ["mx.mta-sts-sni.example.org"] } });
});

test("a host is asked for by its name", async () => {
  const { sessions, name } = await look("mx.mta-sts-sni.example.org");
  expect(sessions).toEqual([["mx.mta-sts-sni.example.org", ["mx.mta-sts-sni.example.org"]]]);
  expect(name).toMatchObject({ outcome: "exact", evidence: { name: ["mx.mta-sts-sni.example.org"] } });
});

test("an address is asked once, without a name, and the report says so", async () => {
  const { sessions, name } = await look(SHARED);
  expect(sessions).toEqual([[undefined, ["shared.example.org"]]]);
  expect(name).toMatchObject({ evidence: { sni: [] } });
});
