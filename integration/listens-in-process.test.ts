import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorld, type World } from "../lib/checks/testing/world.ts";
import { listenJson, listenStream, makeListen, readListen } from "../lib/http/listens.ts";
import { connectClient } from "../lib/listener/testing/client.ts";
import { markDemo } from "../lib/service/demo.ts";
import { env } from "../lib/service/env.ts";
import { listens } from "../lib/service/listens/current.ts";
import { startListening } from "../lib/service/listens/start.ts";
import type { ListenerThread } from "../lib/service/listens/thread/thread.ts";
import { drain } from "../lib/service/live/checks.ts";
import { readReport } from "../lib/service/live/read-report.ts";
import { lookFrom } from "../lib/service/service-vantage.ts";
import { database } from "../lib/service/store/current.ts";
import { temporaryFolder } from "../lib/testing/started.ts";

let world: World;
let listener: ListenerThread | undefined;
beforeAll(async () => {
  Object.assign(process.env, {
    ...{ DATA_DIR: temporaryFolder("listens"), SMTP_LISTEN: "127.0.0.1:0", PROBE_DOMAIN: "probe.example" },
    ...{ PUBLIC_URL: "https://np.example", LOG_LEVEL: "silent", REPEAT_SECONDS: "0", CHECKS_PER_MINUTE: "1000" },
  });
  world = await startWorld({ delayMs: 0 });
  lookFrom(world.vantage);
  // 127.0.0.7 is one of the small internet, everything else on loopback nobody that is checked.
  markDemo({ standIn: (address) => (address === "127.0.0.7" ? "203.0.113.10" : undefined) });
  listener = await startListening();
});
afterAll(async () => {
  await listener?.close();
  await drain();
  await (await database()).close();
  await world.close();
});

const request = new Request("https://np.example/api/v1/listens", { method: "POST" });
async function make(expect = {}) {
  const making = await makeListen(request, expect);
  if (!making.ok) throw new Error(making.code);
  return making.listen;
}
const json = async (id: string) => {
  const held = await readListen(id);
  if (!held) throw new Error("there is no such listen");
  return listenJson(held);
};
async function send(address: string, { from = "127.0.0.8", ehlo = "EHLO localhost.localdomain" } = {}) {
  const client = connectClient(listener?.port ?? 0, from);
  await client.reply();
  await client.say(ehlo);
  await client.say("MAIL FROM:<jane@example.com>");
  const reply = await client.say(`RCPT TO:<${address}>`);
  await client.say("QUIT");
  await client.closed;
  return reply;
}
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("an address", () => {
  test("is made for an hour, with 128 random bits", async () => {
    const before = Date.now();
    const made = await make({ address: "203.0.113.10", helo: "mail.example.com" });
    const said = await json(made.id);
    expect(said).toEqual({
      id: made.id,
      url: `https://np.example/listen/${made.id}`,
      address: `${made.id}@probe.example`,
      readAddress: `read-${made.id}@probe.example`,
      expiresAt: new Date(made.expiresAt).toISOString(),
      expect: { address: "203.0.113.10", helo: "mail.example.com" },
      state: "waiting",
      sessions: [],
    });
    expect(made.id).toMatch(/^[a-h][a-z2-7]{25}$/);
    expect(made.expiresAt - before).toBeGreaterThanOrEqual(3_600_000);
    expect(made.expiresAt - Date.now()).toBeLessThanOrEqual(3_600_000);
  });

  test.each([
    ["no address", { address: "mail.example.com" }, "address"],
    ["a long EHLO argument", { helo: "x".repeat(511) }, "helo"],
    ["two lines of one", { helo: "a\r\nb" }, "helo"],
  ])("is not made for %s", async (_, fields, field) => {
    expect(await makeListen(request, fields)).toMatchObject({
      ok: false,
      code: "invalid-expectation",
      problems: [{ field, says: expect.stringMatching(/^[A-Z\w].*\.$/) }],
    });
  });

  test("nobody made is not there", async () => {
    for (const id of ["", "x", "abcdefghabcdefghabcdefghab", "../../etc"]) expect(await readListen(id)).toBeUndefined();
  });
});

test("who sends is seen, checked with what it said, and told", async () => {
  const made = await make();
  const reply = await send(`${made.id}@probe.example`, { from: "127.0.0.7" });
  expect(reply).toBe(
    `550 5.7.0 No mail is taken here. You sent from 127.0.0.7 and said EHLO localhost.localdomain. Report: https://np.example/listen/${made.id}`,
  );
  const session = await eventually(async () => {
    const { state, sessions } = await json(made.id);
    expect(state).toBe("seen");
    return sessions[0]?.report ? sessions[0] : undefined;
  });
  expect(session).toEqual({
    at: expect.stringMatching(/^\d{4}-.*Z$/),
    address: "127.0.0.7",
    helo: "localhost.localdomain",
    tls: null,
    mailFrom: "example.com",
    earlyTalker: false,
    pipelined: false,
    reply,
    report: expect.any(String),
  });
  const reading = await readReport(session.report ?? "");
  expect(reading).toMatchObject({
    kind: "report",
    report: { path: "203.0.113.10", target: { claims: { helo: "localhost.localdomain", from: "example.com" } } },
  });
});

test("nothing is sent to an address that is not public", async () => {
  const made = await make();
  await send(`${made.id}@probe.example`);
  const { sessions } = await json(made.id);
  expect(sessions).toMatchObject([{ address: "127.0.0.8", helo: "localhost.localdomain" }]);
  expect(sessions[0]?.report).toBeUndefined();
  // Checks of other tests may be under way.
  expect(world.questions.filter(({ name }) => name.includes("127.in-addr"))).toEqual([]);
});

test("the token counts in any case, and several clients are several sessions", async () => {
  const made = await make();
  for (const from of ["127.0.0.8", "127.0.0.9", "127.0.0.10"])
    await send(`${made.id.toUpperCase()}@PROBE.example`, { from });
  const { sessions } = await json(made.id);
  expect(sessions.map(({ address }) => address)).toEqual(["127.0.0.8", "127.0.0.9", "127.0.0.10"]);
});

test("after its hour it is refused, what was seen stays for a day, and is then forgotten", async () => {
  const made = await make();
  await send(`${made.id}@probe.example`);
  await (await database()).db
    .updateTable("listens")
    .set({ expires_at: Date.now() - 1 })
    .where("id", "=", made.id)
    .execute();
  expect(await send(`${made.id}@probe.example`)).toMatch(/^550 5\.1\.1 This address has ended/);
  expect(await json(made.id)).toMatchObject({ state: "expired", sessions: [{}] });
  const day = 24 * 3_600_000;
  expect(await (await listens()).forget(Date.now() + 22 * 3_600_000)).toBe(0);
  expect(await (await listens()).forget(Date.now() + day)).toBeGreaterThanOrEqual(1);
  expect(await readListen(made.id)).toBeUndefined();
  const left = await (await database()).db
    .selectFrom("listen_sessions")
    .select("id")
    .where("listen", "=", made.id)
    .execute();
  expect(left).toEqual([]);
});

test("as many sessions as fit are kept; one too many is answered all the same", async () => {
  const made = await make();
  const kept = await listens();
  const [session] = await (async () => {
    await send(`${made.id}@probe.example`);
    return (await readListen(made.id))?.sessions ?? [];
  })();
  if (!session) throw new Error("nothing was kept");
  for (let i = 0; i < 60; i++) await kept.record(made.id, { ...session, id: `more-${made.id}-${i}` });
  expect((await json(made.id)).sessions).toHaveLength(50);
  expect(await send(`${made.id}@probe.example`)).toMatch(/^550 5\.7\.0 .*Report/);
});

test("a stream says how things stand, and again when something has come", async () => {
  const made = await make();
  const held = await readListen(made.id);
  if (!held) throw new Error("there is no such listen");
  const stop = new AbortController();
  const response = listenStream(made.id, held, stop.signal);
  expect(response.headers.get("content-type")).toMatch(/^application\/x-ndjson/);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const line = async () => JSON.parse((await reader?.read())?.value ?? "");
  expect(await line()).toMatchObject({ id: made.id, state: "waiting", sessions: [] });
  await send(`${made.id}@probe.example`);
  expect(await line()).toMatchObject({ id: made.id, state: "seen", sessions: [{ address: "127.0.0.8" }] });
  stop.abort();
  await reader?.cancel();
});

test("without a listener none is made", async () => {
  const settings = env() as { probeDomain: string | undefined };
  settings.probeDomain = undefined;
  expect(await makeListen(request, {})).toMatchObject({ ok: false, code: "no-listener" });
  settings.probeDomain = "probe.example";
});
