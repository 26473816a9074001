import { expect, onTestFinished, test } from "vitest";
import type { SendingDomain } from "../facts/sender.ts";
import { ip, name } from "../testing/facts.ts";
import { gatheringFrom, type Surroundings } from "../testing/gathering.ts";
import { session } from "../testing/sessions.ts";
import { startWebServer } from "../testing/web-server.ts";
import { dane } from "./dane.ts";
import { mtaSts } from "./mta-sts.ts";
import { mx } from "./mx.ts";

const sender: SendingDomain = { domain: name("example.com"), origin: "target" };

test("MTA-STS: the policy is fetched where a record says there is one, and nowhere else", async () => {
  const body = "version: STSv1\nmode: none\nmax_age: 0\n";
  const server = await startWebServer({
    certificate: { names: ["mta-sts.example.com"] },
    pages: { "/.well-known/mta-sts.txt": { body } },
  });
  onTestFinished(server.close);
  const web = { "203.0.113.1": server.endpoint };
  const host = "mta-sts.example.com. A 203.0.113.1";
  const without = await gatheringFrom(`${host}\n_mta-sts.example.com. TXT "hello"`, { web });
  expect(await mtaSts.gather({ sender } as never, without.gathering)).not.toHaveProperty("policy");
  expect(server.asked).toEqual([]);
  const announced = await gatheringFrom(`${host}\n_mta-sts.example.com. TXT "v=STSv1; id=1"`, { web });
  expect(await mtaSts.gather({ sender } as never, announced.gathering)).toMatchObject({
    policy: { status: 200, body },
  });
  expect(server.asked).toEqual(["mta-sts.example.com /.well-known/mta-sts.txt"]);
});

const TLSA = `TLSA 3 1 1 ${"ab".repeat(32)}`;
async function daneOf(records: string, surroundings: Surroundings) {
  const { gathering, asked } = await gatheringFrom(`example.com. MX 10 mx.example.com.\n${records}`, surroundings);
  const exchange = await mx.gather({ sender } as never, gathering);
  return { found: await dane.gather({ mx: exchange } as never, gathering), asked: asked() };
}

test("DANE: signed records are compared with what the servers show", async () => {
  const seen = session();
  const { found } = await daneOf(`mx.example.com. A 203.0.113.1\n_25._tcp.mx.example.com. ${TLSA}`, {
    signed: true,
    sessions: { "203.0.113.1": seen },
  });
  expect(found?.hosts).toMatchObject([
    {
      name: "mx.example.com",
      tlsa: { kind: "answer", authenticated: true },
      sessions: [{ address: ip("203.0.113.1"), session: seen }],
    },
  ]);
});

test("DANE: nobody is dialled for records that are not signed, or not there", async () => {
  const unsigned = await daneOf(`mx.example.com. A 203.0.113.1\n_25._tcp.mx.example.com. ${TLSA}`, {});
  expect(unsigned.found?.hosts).toMatchObject([{ tlsa: { kind: "answer", authenticated: false }, sessions: [] }]);
  const without = await daneOf("mx.example.com. A 203.0.113.1", { signed: true });
  expect(without.found?.hosts).toMatchObject([{ tlsa: { kind: "nxdomain" }, sessions: [] }]);
});

test("DANE: for an alias the records of what it leads to come first", async () => {
  const alias = "mx.example.com. CNAME mx.example.net.\nmx.example.net. A 203.0.113.1";
  const end = await daneOf(`${alias}\n_25._tcp.mx.example.net. ${TLSA}`, { signed: true });
  expect(end.found?.hosts).toMatchObject([
    { name: "mx.example.com", tlsa: { kind: "answer", name: "_25._tcp.mx.example.net" } },
  ]);
  const start = await daneOf(`${alias}\n_25._tcp.mx.example.com. ${TLSA}`, { signed: true });
  expect(start.found?.hosts).toMatchObject([{ tlsa: { kind: "answer", name: "_25._tcp.mx.example.com" } }]);
});
