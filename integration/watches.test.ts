import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hasPostgres, type PostgresServer, startPostgres } from "../lib/service/testing/postgres.ts";
import { eventually, newDataDir, type Service, startService } from "./service.ts";
import { COHERENT } from "./targets.ts";

/*
 * Watches in processes of their own, on a small internet whose records change while they look. The receiver of messages is
 * a web server on loopback, which the operator of these processes lets through.
 */

const NEW = "203.0.113.199";
const PTR = "199.113.0.203.in-addr.arpa";
const DEMO_ADDITION = "integration/watch-addition.ts";

interface Message {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const messages: Message[] = [];
/** What it answers, in order; 204 from then on. */
let answers: number[] = [];
const receiver = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  messages.push({ headers: request.headers, body });
  response.writeHead(answers.shift() ?? 204).end();
});
let hook: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(() => receiver.close());
afterEach(() => {
  messages.length = 0;
  answers = [];
});

const settings = { DEMO_ADDITION, WATCH_MIN_SECONDS: "1", ALLOW_TARGETS: "127.0.0.0/8", WATCHES_AT_ONCE: "50" };

interface Watch {
  readonly state: string;
  readonly metAt: string | null;
  readonly nextAt: string | null;
  readonly events: readonly { outcome: string; says: string; met: boolean; report?: string }[];
  readonly resolvers: readonly { resolver: string | null; records: string[]; ttl: number | null }[];
  readonly webhook: { host: string; note?: string } | null;
}

const post = ({ url }: Service, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/v1/watches${path}`, {
    method: "POST",
    headers: { ...(body ? { "content-type": "application/json" } : {}), ...headers },
    ...(body ? { body: typeof body === "string" ? body : JSON.stringify(body) } : {}),
  });
async function start(service: Service, body: unknown) {
  const answer = await post(service, "", body);
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as { id: string; url: string; feed: string; expiresAt: string; secret: string };
  return { ...made, token: answer.headers.get("nameplate-delete-token") ?? "" };
}
const read = async ({ url }: Service, id: string): Promise<Watch> =>
  (await (await fetch(`${url}/api/v1/watches/${id}`)).json()) as Watch;
const readText = async ({ url }: Service, path: string) => (await fetch(`${url}${path}`)).text();
/** Changes what the small internet of that process holds. */
const change = ({ child }: Service, what: { publish?: string; absent?: string[] }) =>
  child.stdin?.write(`${JSON.stringify(what)}\n`);

/** As the receiver of a message checks it, by the specification's own words and none of our code. */
function expectSigned({ headers, body }: Message, secret: string): void {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  expect(key.length).toBeGreaterThanOrEqual(24);
  const signature = createHmac("sha256", key).update(signed).digest("base64");
  expect(String(headers["webhook-signature"]).split(" ")).toContain(`v1,${signature}`);
  expect(Math.abs(Date.now() / 1000 - Number(headers["webhook-timestamp"]))).toBeLessThan(300);
}

function describeWatches(name: string, place: () => Promise<Readonly<Record<string, string>>>): void {
  test(`${name}: no look is lost with the process; a PTR record that appears is told on page, feed and webhook`, async () => {
    const env = { ...settings, ...(await place()) };
    const first = await startService(env);
    const { id, secret } = await start(first, { target: NEW, until: "ptr", webhook: hook });
    const before = await eventually(async () => {
      const watch = await read(first, id);
      return watch.events.length > 0 && watch;
    });
    expect(before).toMatchObject({ state: "waiting", metAt: null, webhook: { host: new URL(hook).host } });
    expect(before.events.map(({ outcome }) => outcome)).toEqual(["none"]);
    await first.end("SIGKILL");

    const second = await startService(env);
    answers = [500];
    change(second, { publish: `${PTR}. 1 PTR new.example.com.` });
    const [refused, taken] = await eventually(async () => messages.length >= 2 && messages);
    if (!refused || !taken) throw new Error("no message came");
    for (const message of [refused, taken]) expectSigned(message, secret);
    expect(taken.headers["webhook-id"]).toBe(refused.headers["webhook-id"]);
    const told = JSON.parse(taken.body);
    expect(told).toMatchObject({ type: "watch.met", data: { id, target: NEW, until: "ptr", state: "met" } });

    const after = await read(second, id);
    expect(after.state).toBe("met");
    expect(after.events.map(({ outcome, met }) => [outcome, met])).toEqual([
      ["none", false],
      ["named", true],
    ]);
    // The report that was made of it says the same.
    const report = after.events[1]?.report ?? "";
    expect(told.data.report).toBe(report);
    expect(await readText(second, `/r/${report}.txt`)).toContain("new.example.com");
    expect(await readText(second, `/watch/${id}`)).toContain("new.example.com");
    const feed = await readText(second, `/watch/${id}.atom`);
    expect(feed.match(/<entry>/g)).toHaveLength(2);
    expect(feed).toContain("names new.example.com");

    // It goes again: that is told, too, and what had come stays noted.
    change(second, { absent: [PTR] });
    const gone = await eventually(async () => messages[2]);
    expect(JSON.parse(gone.body)).toMatchObject({ type: "watch.changed", data: { state: "met" } });
    expect((await read(second, id)).events.at(-1)).toMatchObject({ outcome: "none", met: false });
    await second.end("SIGKILL");
  });
}

describeWatches("SQLite", async () => ({ DATA_DIR: newDataDir() }));

describe.skipIf(!hasPostgres())("on a real server", () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  describeWatches("PostgreSQL", async () => ({ DATABASE_URL: await postgres.newDatabase() }));
});

describe("what is asked of a watch", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService({ ...settings, WATCHES_AT_ONCE: "6" });
  });
  afterAll(() => service?.end());
  const problem = async (answer: Response) => [
    answer.status,
    ...(({ code, detail }) => [code, detail ?? ""])((await answer.json()) as { code: string; detail?: string }),
  ];

  test.each([
    [{ target: NEW, until: "soon" }, "invalid-watch", /ptr, confirmed, delisted, resolvers-agree and any-change/],
    [{ target: NEW }, "invalid-watch", /ptr, confirmed/],
    [{ until: "ptr" }, "invalid-target", /Put in an address/],
    [{ target: "10.1.2.3", until: "ptr" }, "invalid-target", /10\.1\.2\.3/],
    [{ target: "domain:example.com", until: "ptr" }, "invalid-watch", /A domain has no PTR record/],
    [{ target: NEW, until: "ptr", webhook: "hooks.example.com" }, "invalid-watch", /has to be an address like/],
    [{ target: NEW, until: "ptr", webhook: "ftp://hooks.example.com/" }, "invalid-watch", /has to be an address like/],
    [{ target: NEW, until: "ptr", webhook: "https://u:p@mail.example.com/" }, "invalid-watch", /address like/],
    [{ target: NEW, until: "ptr", webhook: "https://10.1.2.3/" }, "invalid-watch", /not a public address \(Private/],
    [{ target: NEW, until: "ptr", webhook: "https://[::1]/" }, "invalid-watch", /not a public address/],
    [{ target: NEW, until: "ptr", webhook: "https://2130706434/x" }, "invalid-watch", undefined],
    [{ target: NEW, until: "ptr", webhook: "https://service.internal/" }, "invalid-watch", /not a public host name/],
    [{ target: NEW, until: "ptr", webhook: "http://1.1.1.1/" }, "invalid-watch", /has to be reached by https/],
    [{ target: NEW, until: "ptr", webhook: "https://1.1.1.1:25/" }, "invalid-watch", /on port 443 or above 1023/],
  ])("%j is refused in a sentence", async (body, code, says) => {
    // A number is another spelling of an address: this one is of loopback, which is let through here.
    if (says === undefined) return expect((await post(service, "", body)).status).toBe(201);
    const [status, said, detail] = await problem(await post(service, "", body));
    expect([status, said]).toEqual([422, code]);
    expect(String(detail)).toMatch(says);
    expect(String(detail)).not.toContain("\n");
  });

  test("what is no request of ours is refused as everywhere", async () => {
    expect((await post(service, "", "{")).status).toBe(400);
    expect((await post(service, "", { target: NEW, until: "ptr", extra: 1 })).status).toBe(400);
    expect((await post(service, "", "x".repeat(70_000))).status).toBe(413);
    const form = await fetch(`${service.url}/api/v1/watches`, { method: "POST", body: new URLSearchParams("a=b") });
    expect(form.status).toBe(415);
    const elsewhere = await post(service, "", { target: NEW, until: "ptr" }, { "sec-fetch-site": "cross-site" });
    expect(elsewhere.status).toBe(403);
  });

  test("what holds from the start is met at the first look, with a report", async () => {
    const { id } = await start(service, { target: COHERENT, until: "confirmed" });
    const watch = await eventually(async () => {
      const now = await read(service, id);
      return now.events.some(({ report }) => report) && now;
    });
    expect(watch.state).toBe("met");
    expect(watch.resolvers.map(({ resolver }) => resolver)).toEqual([null, "Cloudflare", "Google", "Quad9", "OpenDNS"]);
    expect(watch.resolvers.every(({ records, ttl }) => records.length > 0 && ttl !== null)).toBe(true);
  });

  test("its maker stops it, nobody else; then it looks no more", async () => {
    const { id, token } = await start(service, { target: NEW, until: "any-change" });
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(await problem(await post(service, `/${id}/cancel`))).toEqual([403, "watch-forbidden", ""]);
    const wrong = { authorization: `Bearer ${"A".repeat(22)}` };
    expect((await post(service, `/${id}/cancel`, undefined, wrong)).status).toBe(403);
    const stopped = await post(service, `/${id}/cancel`, undefined, { authorization: `Bearer ${token}` });
    expect(stopped.status).toBe(200);
    expect(await stopped.json()).toMatchObject({ id, state: "stopped", nextAt: null });
    // Once more is what was wanted; going on is not.
    expect((await post(service, `/${id}/cancel`, undefined, { "nameplate-delete-token": token })).status).toBe(200);
    const renewed = await post(service, `/${id}/renew`, undefined, { authorization: `Bearer ${token}` });
    expect(await problem(renewed)).toEqual([409, "watch-over", ""]);
  });

  test("renewing sets its time anew", async () => {
    const { id, token, expiresAt } = await start(service, { target: NEW, until: "ptr" });
    const renewed = await post(service, `/${id}/renew`, undefined, { authorization: `Bearer ${token}` });
    const { expiresAt: later, state } = (await renewed.json()) as { expiresAt: string; state: string };
    expect([later > expiresAt, state]).toEqual([true, "waiting"]);
    await post(service, `/${id}/cancel`, undefined, { authorization: `Bearer ${token}` });
  });

  test("where nothing is, that is said", async () => {
    for (const id of ["nothing", "A".repeat(22)]) {
      expect(await problem(await fetch(`${service.url}/api/v1/watches/${id}`))).toEqual([404, "not-found", ""]);
      expect(await problem(await post(service, `/${id}/cancel`))).toEqual([404, "not-found", ""]);
      for (const path of [`/watch/${id}`, `/watch/${id}.atom`, `/watch/${id}/stop`])
        expect((await fetch(`${service.url}${path}`)).status).toBe(404);
    }
  });

  test("the form leads to the watch, and the browser that sent it can stop it", async () => {
    const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${service.url}${path}`, {
        method: "POST",
        body: new URLSearchParams(fields),
        redirect: "manual",
        headers: { ...headers },
      });
    const refused = await form("/watch", { target: NEW, until: "ptr", webhook: "https://10.1.2.3/" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("not a public address");
    const made = await form("/watch", { target: NEW, until: "ptr" });
    expect(made.status).toBe(303);
    const path = made.headers.get("location") ?? "";
    const [cookie = ""] = (made.headers.get("set-cookie") ?? "").split(";");
    expect(made.headers.get("set-cookie")).toContain(`Path=${path}/; `);
    const page = await fetch(service.url + path);
    expect(page.headers.get("x-robots-tag")).toContain("noindex");
    expect(await page.text()).toContain('http-equiv="refresh"');
    expect((await form(`${path}/stop`, {})).status).toBe(403);
    expect((await fetch(`${service.url}${path}/stop`, { headers: { cookie } })).status).toBe(200);
    expect((await form(`${path}/stop`, {}, { cookie })).status).toBe(303);
    expect(await (await fetch(service.url + path)).text()).toContain("stopped");
  });

  test("a network has only so many running", async () => {
    let last: Response;
    do last = await post(service, "", { target: NEW, until: "ptr" });
    while (last.status === 201);
    expect(await problem(last)).toEqual([429, "too-many-watches", ""]);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
