import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { ip, name } from "../testing/facts.ts";
import { gatheringFrom } from "../testing/gathering.ts";
import { startWebServer, type WebBehaviour } from "../testing/web-server.ts";
import { httpsGet } from "./https.ts";

const question = { host: name("web.example"), path: "/x", accept: "text/plain", maxBytes: 1000, ms: 500 };
const RECORDS = "web.example. A 203.0.113.1";
const certificate = { names: ["web.example"] };

async function web(behaviour: Partial<WebBehaviour>) {
  const server = await startWebServer({ certificate, pages: {}, ...behaviour });
  onTestFinished(server.close);
  return server;
}

/** What comes of asking one such server, and what reached it. */
async function get(behaviour: Partial<WebBehaviour>, records = RECORDS) {
  const server = await web(behaviour);
  const { gathering } = await gatheringFrom(records, { web: { "203.0.113.1": server.endpoint } });
  return { exchange: await httpsGet(question, gathering), asked: server.asked };
}

test("a page comes with its status, media type and body, from the address that was dialled", async () => {
  const { exchange, asked } = await get({ pages: { "/x": { body: "hello" } } });
  expect(exchange).toEqual({
    kind: "response",
    address: "203.0.113.1",
    status: 200,
    mediaType: "text/plain",
    body: "hello",
    cut: false,
  });
  expect(asked).toEqual(["web.example /x"]);
});

test("redirects are not followed", async () => {
  const { exchange, asked } = await get({
    pages: { "/x": { status: 301, location: "https://web.example/y" }, "/y": { body: "hello" } },
  });
  expect(exchange).toMatchObject({ kind: "response", status: 301 });
  expect(asked).toEqual(["web.example /x"]);
});

test("a body is cut where we have enough, even one without end", async () => {
  const { exchange } = await get({ pages: { "/x": { endless: true } } });
  expect(exchange).toMatchObject({ kind: "response", cut: true });
  expect(exchange.kind === "response" && exchange.body.length).toBe(1000);
});

describe("a certificate that does not hold ends it before anything is asked", () => {
  test.each([
    ["for another host", { names: ["other.example"] }, "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["expired", { names: ["web.example"], expired: true }, "CERT_HAS_EXPIRED"],
    ["of nobody's authority", { names: ["web.example"], untrusted: true }, "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["self-signed", { names: ["web.example"], selfSigned: true }, "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ])("%s", async (_, bad, detail) => {
    const { exchange, asked } = await get({ certificate: bad, pages: { "/x": { body: "hello" } } });
    expect(exchange).toEqual({ kind: "tls", address: "203.0.113.1", detail });
    expect(asked).toEqual([]);
  });
});

describe("our own ignorance is no answer", () => {
  test("a silent server", async () => {
    expect((await get({ pages: { "/x": { silent: true } } })).exchange).toEqual({ kind: "failed", why: "timeout" });
  });
  test("one that breaks off", async () => {
    expect((await get({ pages: { "/x": { body: "hel", breaksOff: true } } })).exchange.kind).toBe("failed");
  });
  test("a name whose addresses got no answer", async () => {
    const { gathering, fault } = await gatheringFrom(RECORDS);
    fault({ name: "web.example" }, "servfail");
    expect(await httpsGet(question, gathering)).toMatchObject({
      kind: "failed",
      why: "servfail",
      lookup: { type: "A" },
    });
  });
  test("a check that was stopped", async () => {
    const { gathering } = await gatheringFrom(RECORDS, { web: { "203.0.113.1": (await web({})).endpoint } });
    expect(await httpsGet(question, { ...gathering, signal: AbortSignal.abort() })).toMatchObject({ kind: "failed" });
  });
});

/** Something on port 443 that speaks its own mind. */
async function speaking(words: string | undefined) {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    if (words === undefined) socket.resetAndDestroy();
    else socket.end(words);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const { gathering } = await gatheringFrom(RECORDS, { web: { "203.0.113.1": { address: ip("127.0.0.1"), port } } });
  return httpsGet(question, gathering);
}

test("what is no TLS is a handshake that failed", async () => {
  expect(await speaking("220 mail.example ESMTP\r\n")).toMatchObject({ kind: "tls" });
});
test("a reset says nothing about the policy", async () => {
  expect(await speaking(undefined)).toMatchObject({ kind: "failed" });
});

test("a closed port, a host without addresses and forbidden addresses are told apart, and nothing is dialled in vain", async () => {
  const ask = async (records: string) => httpsGet(question, (await gatheringFrom(records)).gathering);
  expect(await ask(RECORDS)).toEqual({ kind: "closed", address: "203.0.113.1" });
  expect(await ask("other.example. A 203.0.113.1")).toEqual({ kind: "no-address" });
  expect(await ask("web.example. A 10.0.0.1")).toMatchObject({ kind: "forbidden" });
  expect(await ask("web.example. A 127.0.0.1")).toMatchObject({ kind: "forbidden" });
});

test("of several addresses the first that answers counts", async () => {
  const server = await web({ pages: { "/x": { body: "hello" } } });
  const { gathering } = await gatheringFrom("web.example. A 203.0.113.1\nweb.example. AAAA 2001:db8::1", {
    web: { "2001:db8::1": server.endpoint },
  });
  expect(await httpsGet(question, gathering)).toMatchObject({ kind: "response", address: "2001:db8::1" });
});
