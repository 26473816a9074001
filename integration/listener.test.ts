import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, connectClient } from "../lib/listener/testing/client.ts";
import { freePort } from "../lib/testing/free-port.ts";
import { AS_LINES } from "../lib/testing/ndjson.ts";
import { eventually, newDataDir, refusal, type Service, startService } from "./service.ts";

/* The listener in the running service: an instance that listens, and one beside it on the same database that does not. */

let service: Service;
let other: Service;
let port: number;
beforeAll(async () => {
  port = await freePort();
  const shared = { DATA_DIR: newDataDir(), PROBE_DOMAIN: "probe.example" };
  service = await startService({ ...shared, SMTP_LISTEN: `127.0.0.1:${port}` }, { tries: 1 });
  other = await startService({ ...shared, SMTP_LISTEN: "none" });
});
afterAll(async () => {
  await Promise.all([service?.end("SIGKILL"), other?.end("SIGKILL")]);
});

interface Made {
  readonly id: string;
  readonly url: string;
  readonly address: string;
  readonly readAddress: string;
  readonly expiresAt: string;
}
interface Session {
  readonly address: string;
  readonly helo: string | null;
  readonly report?: string;
}
interface Held extends Made {
  readonly state: string;
  readonly sessions: readonly Session[];
}

const post = (body: unknown, { url } = service) =>
  fetch(`${url}/api/v1/listens`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
const make = async (body = {}, at = service): Promise<Made> => (await post(body, at)).json() as Promise<Made>;
const read = async (id: string, { url } = service): Promise<Held> =>
  (await fetch(`${url}/api/v1/listens/${id}`)).json() as Promise<Held>;

async function mail(address: string, from = "127.0.0.1"): Promise<{ client: Client; reply: string }> {
  const client = connectClient(port, from);
  await client.reply();
  await client.say("EHLO localhost.localdomain");
  await client.say("STARTTLS");
  await client.secure();
  await client.say("EHLO localhost.localdomain");
  await client.say("MAIL FROM:<jane@example.com>");
  return { client, reply: await client.say(`RCPT TO:<${address}>`) };
}
const send = async (address: string, from?: string): Promise<string> => {
  const { client, reply } = await mail(address, from);
  await client.say("QUIT");
  return reply;
};

describe("POST /api/v1/listens", () => {
  test("answers 201 with the address, its page, and when it ends", async () => {
    const response = await post({ expect: { address: "203.0.113.10", helo: "mail.example.com" } });
    expect(response.status).toBe(201);
    const made = (await response.json()) as Made;
    expect(response.headers.get("location")).toBe(`/api/v1/listens/${made.id}`);
    expect(made).toMatchObject({ url: `${service.url}/listen/${made.id}`, address: `${made.id}@probe.example` });
    expect(Date.parse(made.expiresAt) - Date.now()).toBeGreaterThan(3_500_000);
    expect(await read(made.id)).toMatchObject({ ...made, state: "waiting", sessions: [] });
  });

  test.each([
    ["no JSON", "{", 400, "invalid-request"],
    ["an unknown field", { expected: {} }, 400, "invalid-request"],
    ["no address", { expect: { address: "my server" } }, 422, "invalid-expectation"],
    ["two lines in EHLO", { expect: { helo: "a\r\nb" } }, 422, "invalid-expectation"],
  ])("refuses %s", async (_, body, status, code) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, code, detail: expect.stringMatching(/\.$/) });
  });
});

test("who sends is refused with what was seen, and the report says the EHLO argument it really used", async () => {
  const made = await make({ expect: { address: "203.0.113.10", helo: "mail.example.com" } });
  const reply = await send(made.address);
  expect(reply).toMatch(/^550 5\.7\.0 /);
  for (const part of ["127.0.0.1", "localhost.localdomain", made.url]) expect(reply).toContain(part);
  const held = await eventually(async () => {
    const now = await read(made.id);
    return now.sessions[0]?.report ? now : undefined;
  });
  expect(held).toMatchObject({
    state: "seen",
    expect: { address: "203.0.113.10", helo: "mail.example.com" },
    sessions: [
      {
        at: expect.stringMatching(/Z$/),
        address: "127.0.0.1",
        helo: "localhost.localdomain",
        tls: { version: "TLSv1.3", cipher: expect.any(String) },
        mailFrom: "example.com",
        earlyTalker: false,
        reply,
      },
    ],
  });
  const id = held.sessions[0]?.report;
  const report = await eventually(async () => {
    const now = (await (await fetch(`${service.url}/api/v1/reports/${id}`)).json()) as {
      state: string;
      target: { claims: { helo: string; from: string } };
      verdicts: { signal: string; outcome: string }[];
    };
    return now.state === "done" && now;
  });
  expect(report.target.claims).toMatchObject({ helo: "localhost.localdomain", from: "example.com" });
  const outcomes = Object.fromEntries(report.verdicts.map(({ signal, outcome }) => [signal, outcome]));
  expect(outcomes).toMatchObject({
    "sending-ehlo": "other",
    "sending-tls": "established",
    "ehlo-name": "sends-no-host-name",
  });
  expect(outcomes).not.toHaveProperty("dkim-signature");

  const page = await (await fetch(made.url)).text();
  for (const part of ["You thought", "203.0.113.10", "127.0.0.1", "localhost.localdomain", `/r/${id}`])
    expect(page).toContain(part);
  expect(page).not.toContain("jane");
});

test("an instance that does not listen makes addresses and shows who sent, as they come", async () => {
  const made = await make({}, other);
  expect(made.url).toBe(`${other.url}/listen/${made.id}`);
  const stop = new AbortController();
  const response = await fetch(`${other.url}/api/v1/listens/${made.id}`, {
    headers: AS_LINES,
    signal: stop.signal,
  });
  expect(response.headers.get("content-type")).toMatch(/^application\/x-ndjson/);
  const lines = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const until = async (done: (last: Held) => boolean): Promise<Held> => {
    for (;;) {
      const last = text.split("\n").slice(0, -1).at(-1);
      const held = last === undefined ? undefined : (JSON.parse(last) as Held);
      if (held && done(held)) return held;
      text += (await lines?.read())?.value ?? "";
    }
  };
  expect(await until(() => true)).toMatchObject({ state: "waiting", sessions: [] });
  expect(await send(made.address)).toContain(`${other.url}/listen/${made.id}`);
  await send(made.address, "127.0.0.2");
  const last = await until(({ sessions }) => sessions.length === 2);
  expect(last.sessions.map(({ address }) => address)).toEqual(["127.0.0.1", "127.0.0.2"]);
  stop.abort();
  const page = await (await fetch(`${other.url}/listen/${made.id}`)).text();
  expect(page).toContain("Check them as a pool");
});

test("in read mode the message is read and dropped, and its signals join the report", async () => {
  const made = await make();
  const { client, reply } = await mail(made.readAddress);
  expect(reply).toMatch(/^250 /);
  expect(await client.say("DATA")).toMatch(/^354 /);
  const message = [
    "From: Jane <jane@example.com>",
    "Subject: a secret subject line",
    "Message-ID: <1@mail.example.com>",
    `Date: ${new Date().toUTCString()}`,
    "",
    "the secret body",
    ".",
  ];
  expect(await client.say(message.join("\r\n"))).toMatch(/^250 2\.0\.0 .*\/listen\//);
  await client.say("QUIT");
  const { sessions } = await eventually(async () => {
    const now = await read(made.id);
    return now.sessions[0]?.report ? now : undefined;
  });
  const { verdicts } = await eventually(async () => {
    const now = (await (await fetch(`${service.url}/api/v1/reports/${sessions[0]?.report}`)).json()) as {
      state: string;
      verdicts: { signal: string; outcome: string }[];
    };
    return now.state === "done" && now;
  });
  expect(Object.fromEntries(verdicts.map(({ signal, outcome }) => [signal, outcome]))).toMatchObject({
    "dkim-signature": "none",
    "dmarc-alignment": expect.any(String),
    "message-id": "valid",
    date: "valid",
    "list-unsubscribe": "none",
    "sending-tls": "established",
  });
  const page = await (await fetch(made.url)).text();
  expect(page).not.toMatch(/the secret body|jane/);
});

test("an address nobody made is none, at every door", async () => {
  expect(await send("abcdefghabcdefghabcdefghab@probe.example")).toMatch(/^550 5\.1\.1 /);
  expect(await send("jane@example.com")).toMatch(/^550 5\.7\.1 /);
  for (const id of ["abcdefghabcdefghabcdefghab", "nonsense", "..%2f..%2fetc"]) {
    expect((await fetch(`${service.url}/api/v1/listens/${id}`)).status).toBe(404);
    expect((await fetch(`${service.url}/listen/${id}`)).status).toBe(404);
  }
});

test("the form leads to the address's page, or back with what is wrong", async () => {
  const submit = (fields: Record<string, string>) =>
    fetch(`${service.url}/listen/make`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  const made = await submit({ address: "203.0.113.10", helo: "" });
  expect([made.status, made.headers.get("location")]).toEqual([303, expect.stringMatching(/^\/listen\/[a-z2-7]{26}$/)]);
  const wrong = await submit({ address: "my server", helo: "" });
  expect(wrong.status).toBe(303);
  const page = await (await fetch(service.url + wrong.headers.get("location"))).text();
  expect(page).toContain("is no IP address");
});

test("settings that do not go together are refused in a sentence", async () => {
  const { code, said } = await refusal({ SMTP_LISTEN: "127.0.0.1:2525", PROBE_DOMAIN: "" });
  expect(code).toBe(1);
  expect(said).toContain("PROBE_DOMAIN is not");
});
