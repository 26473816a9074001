import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { SmtpSession } from "../../facts/smtp.ts";
import { inSimulatedTime } from "../../testing/simulated-time.ts";
import { impatient, probeOne, smtpVantage, target } from "../../testing/smtp-probing.ts";
import type { SmtpScript } from "../../testing/smtp-script.ts";
import { startSmtpServer } from "../../testing/smtp-server.ts";
import { deadline } from "./deadline.ts";
import { probeSmtp } from "./session.ts";

/** Milliseconds. */
const HOUR = 3_600_000;

describe("a server that behaves", () => {
  test("is greeted, secured, greeted again and left", async () => {
    const { session, server } = await probeOne({ greeting: "mail.example.org ESMTP ready" });
    expect(session).toMatchObject({
      connection: "open",
      greeting: { code: 220, lines: ["mail.example.org ESMTP ready"] },
      greetingName: "mail.example.org",
      greetingWord: "mail.example.org",
      masked: false,
      ehlo: { code: 250 },
      ehloName: "mail.example.org",
      tls: { kind: "established", protocol: "TLSv1.3", certificate: { chain: "trusted" } },
      ehloAfterTls: { code: 250 },
    });
    expect(session).not.toHaveProperty("detail");
    expect(session).not.toHaveProperty("oddities");
    expect(server.commands).toEqual(["EHLO probe.example", "STARTTLS", "EHLO probe.example", "QUIT"]);
    expect(session.transcript).toEqual([
      "S: 220 mail.example.org ESMTP ready",
      "C: EHLO probe.example",
      "S: 250-mail.example.org",
      "S: 250-PIPELINING",
      "S: 250-SIZE 10240000",
      "S: 250-8BITMIME",
      "S: 250 STARTTLS",
      "C: STARTTLS",
      "S: 220 2.0.0 go ahead",
      "-- TLS handshake, no server name (SNI) sent",
      "C: EHLO probe.example",
      "S: 250-mail.example.org",
      "S: 250-PIPELINING",
      "S: 250-SIZE 10240000",
      "S: 250 8BITMIME",
      "C: QUIT",
      "S: 221 2.0.0 bye",
    ]);
  });

  test.each([
    ["no STARTTLS", { starttls: "absent" }, { connection: "open", tls: { kind: "not-offered" } }],
    [
      "STARTTLS that is declined",
      { starttls: "declined" },
      { connection: "open", tls: { kind: "declined", reply: { code: 454 } } },
    ],
    ["STARTTLS that breaks", { starttls: "broken" }, { connection: "open", tls: { kind: "handshake-failed" } }],
    [
      "a 554 greeting",
      { reject: "554 no service" },
      { connection: "refused", greeting: { code: 554 }, tls: { kind: "not-reached", why: "refused" } },
    ],
    ["a 421 greeting", { reject: "421 too busy" }, { connection: "refused", greeting: { code: 421 } }],
    ["a 200 greeting", { reject: "200 news here" }, { connection: "not-smtp", greeting: { code: 200 } }],
    ["a greeting after a while", { tarpitMs: 100 }, { connection: "open", tls: { kind: "established" } }],
    ["a greeting too late", { tarpitMs: HOUR }, { connection: "tarpit", tls: { kind: "not-reached", why: "tarpit" } }],
    ["silence", { silent: true }, { connection: "tarpit" }],
    ["closed at once", { closeAtOnce: true }, { connection: "dropped", tls: { kind: "not-reached", why: "dropped" } }],
    [
      "asterisks",
      { masked: true },
      { connection: "open", masked: true, tls: { kind: "not-offered" }, oddities: ["starttls-masked"] },
    ],
    [
      "4xx to EHLO",
      { rejectEhlo: "450 4.7.1 try later" },
      { connection: "open", ehlo: { code: 450 }, tls: { kind: "not-reached", why: "ehlo" } },
    ],
    [
      "421 to EHLO",
      { rejectEhlo: "421 4.7.0 too many" },
      { connection: "open", ehlo: { code: 421 }, tls: { kind: "not-reached", why: "ehlo" } },
    ],
    [
      "HELO alone",
      { helo: "only" },
      { ehlo: { code: 502 }, helo: { code: 250 }, ehloName: "mail.example", tls: { kind: "not-offered" } },
    ],
    ["TLS 1.0 at most", { maxTls: "TLSv1" }, { tls: { kind: "established", protocol: "TLSv1" } }],
    ["TLS 1.2 at most", { maxTls: "TLSv1.2" }, { tls: { kind: "established", protocol: "TLSv1.2" } }],
    [
      "a name in capitals",
      { greeting: "MAIL.Example. hi" },
      { greetingName: "mail.example", greetingWord: "MAIL.Example." },
    ],
    ["localhost", { greeting: "localhost ESMTP" }, { greetingName: "localhost" }],
  ] as const)("with %s: the session says so", async (_, behaviour, expected) => {
    const { session, server } = await probeOne(behaviour);
    expect(session).toMatchObject(expected);
    expect(server.connections()).toBe(1);
  });

  test.each([
    ["a literal", "[192.0.2.1] ESMTP", "[192.0.2.1]"],
    ["an address", "192.0.2.1 ESMTP", "192.0.2.1"],
    ["an underscore", "mail_1.example ESMTP", "mail_1.example"],
    ["other letters", "bücher.example ESMTP", "bücher.example"],
  ])("greeting with %s has a word and no name", async (_, greeting, word) => {
    const { session } = await probeOne({ greeting, ehlo: "mail.example", starttls: "absent" });
    expect(session.greetingWord).toBe(word);
    expect(session).not.toHaveProperty("greetingName");
  });
});

describe("manners", () => {
  test("nothing but EHLO, HELO, STARTTLS and QUIT is ever said", async () => {
    const said = await Promise.all(
      (
        [
          {},
          { starttls: "absent" },
          { starttls: "declined" },
          { starttls: "broken" },
          { helo: "only" },
          { reject: "554 no" },
          { rejectEhlo: "550 no" },
          { rejectEhlo: "450 no" },
          { masked: true },
          { silent: true },
        ] as const
      ).map(async (behaviour) => (await probeOne(behaviour)).server.commands),
    );
    const allowed = /^(?:(?:EHLO|HELO) probe\.example|STARTTLS|QUIT)$/;
    expect(said.flat().filter((command) => !allowed.test(command))).toEqual([]);
    expect(said.flat().length).toBeGreaterThan(15);
  });

  test("after a greeting that refuses, QUIT is all that is said", async () => {
    const { server } = await probeOne({ reject: "554 no service" });
    expect(server.commands).toEqual(["QUIT"]);
  });
});

describe("a server that misbehaves", () => {
  const offer = [{ send: "220 mx.test\r\n" }, { expect: "EHLO" }, { send: "250-mx.test\r\n250 STARTTLS\r\n" }] as const;

  test("an octet now and then does not extend a wait", async () => {
    const { session } = await inSimulatedTime(() => probeOne([{ drip: `220 ${"mx.test".repeat(100)}`, ms: 20 }]));
    expect([session.connection, session.ms]).toEqual(["tarpit", impatient.smtpGreetingMs]);
  });

  test("lines now and then do not extend it either", async () => {
    const { session } = await inSimulatedTime(() => probeOne([{ repeat: "220-wait\r\n", count: 200, ms: 20 }]));
    expect([session.connection, session.ms]).toEqual(["tarpit", impatient.smtpGreetingMs]);
    expect(session.transcript[0]).toBe("S: 220-wait");
  });

  test("the session ends in time, however slow each step is", async () => {
    const slow = { delayMs: 300 };
    const limits = { ...impatient, smtpSessionMs: 700 };
    const { session } = await inSimulatedTime(() => probeOne(slow, { vantage: { limits } }));
    expect(session).toMatchObject({ connection: "open", tls: { kind: "not-reached", why: "starttls" }, ms: 700 });
  });

  test("a flood is left in the wire", async () => {
    const { session, server } = await probeOne([
      ...offer.slice(0, 2),
      { repeat: `250-${"x".repeat(60)}\r\n`, count: 200_000 },
    ]);
    expect(session).toMatchObject({ connection: "open", tls: { kind: "not-reached", why: "ehlo" } });
    // What the kernels hold between two sockets, and not the 13 MB.
    expect(server.sent()).toBeLessThan(8_000_000);
  });

  test("a reply that nothing asked for is not taken for the next answer", async () => {
    const { session } = await probeOne([
      { send: "220 mx.test\r\n250-evil.test\r\n250 STARTTLS\r\n" },
      { expect: "EHLO" },
      { send: "250 mx.test\r\n" },
    ]);
    expect(session).toMatchObject({
      ehloName: "mx.test",
      tls: { kind: "not-offered" },
      oddities: ["unsolicited-reply"],
    });
  });

  test("421 may come at any time", async () => {
    const { session, server } = await probeOne([{ send: "220 mx.test\r\n421 shutting down\r\n" }, { close: true }]);
    expect(session).toMatchObject({ connection: "open", ehlo: { code: 421 }, tls: { kind: "not-reached" } });
    expect(server.commands).toEqual([]);
  });

  test("plaintext before the handshake is thrown away, never read as if it came through TLS", async () => {
    const { session } = await probeOne([
      ...offer,
      { expect: "STARTTLS" },
      { send: "220 go\r\n250-evil.test\r\n250 AUTH PLAIN\r\n" },
      { tls: true },
      { expect: "EHLO" },
      { send: "250 mx.test\r\n" },
    ]);
    expect(session).toMatchObject({
      tls: { kind: "established" },
      ehloAfterTls: { lines: ["mx.test"] },
      oddities: ["plaintext-before-tls"],
    });
  });

  test("plaintext in the middle of the handshake fails it", async () => {
    const { session } = await probeOne([
      ...offer,
      { expect: "STARTTLS" },
      { send: "220 go\r\n" },
      { wait: 50 },
      { send: "250-evil.test\r\n250 AUTH PLAIN\r\n" },
    ]);
    expect(session.tls.kind).toBe("handshake-failed");
    expect(session).not.toHaveProperty("ehloAfterTls");
  });

  test("silence in the handshake says nothing about TLS", async () => {
    const { session } = await probeOne([...offer, { expect: "STARTTLS" }, { send: "220 go\r\n" }]);
    expect(session.tls).toEqual({ kind: "not-reached", why: "handshake" });
  });

  test.each([
    ["before the answer to EHLO", [{ send: "220 mx.test\r\n" }, { expect: "EHLO" }, { close: true }], "ehlo"],
    ["before the answer to STARTTLS", [...offer, { expect: "STARTTLS" }, { close: true }], "starttls"],
  ] as const)("a close %s says nothing about TLS", async (_, script, why) => {
    const { session } = await probeOne(script);
    expect(session).toMatchObject({ connection: "open", tls: { kind: "not-reached", why } });
  });

  test("silence of something that began in another protocol is not a mail server", async () => {
    const { session } = await probeOne([{ sendHex: "fffd18fffd20" }]);
    expect(session.connection).toBe("not-smtp");
  });
});

test("what had arrived when a time was up is read before it counts", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const [left, stayed] = [vi.fn(), vi.fn()];
  const callOff = deadline(400, left);
  deadline(400, stayed);
  vi.advanceTimersByTime(400);
  // The sockets are read after the timers and before the immediates.
  expect(stayed).not.toHaveBeenCalled();
  callOff();
  await new Promise(setImmediate);
  expect([left.mock.calls.length, stayed.mock.calls.length]).toEqual([0, 1]);
});

describe("a stop", () => {
  test("before dialling means no connection", async () => {
    const { session, server } = await probeOne({}, { signal: AbortSignal.abort() });
    expect([session.connection, server.connections()]).toEqual(["cancelled", 0]);
  });

  /** Patience far beyond the test's own: where a session ends, the stop has ended it. */
  const limits = { ...impatient, smtpConnectMs: HOUR, smtpGreetingMs: HOUR, smtpReplyMs: HOUR, smtpSessionMs: HOUR };

  /** One session that is stopped as soon as the server has come to that point of its script. */
  async function stopped(script: SmtpScript): Promise<SmtpSession> {
    const stop = new AbortController();
    const server = await startSmtpServer(script, { onPlayed: () => stop.abort() });
    onTestFinished(server.close);
    return probeSmtp(target, smtpVantage(server.endpoint, { limits }), stop.signal);
  }

  const offer = [{ send: "220 mx.test\r\n" }, { expect: "EHLO" }, { send: "250-mx.test\r\n250 STARTTLS\r\n" }] as const;

  test.each([
    ["while waiting for the greeting", []],
    ["while waiting for an answer", [{ send: "220 mx.test\r\n" }, { expect: "EHLO" }]],
    ["in the handshake", [...offer, { expect: "STARTTLS" }, { send: "220 go\r\n" }, { wait: 20 }]],
  ] as const)("%s ends the session at once", async (_, script) => {
    expect(await stopped(script)).toMatchObject({
      connection: "cancelled",
      tls: { kind: "not-reached", why: "cancelled" },
    });
  });

  test("inside TLS keeps what was seen of it", async () => {
    const session = await stopped([
      ...offer,
      { expect: "STARTTLS" },
      { send: "220 go\r\n" },
      { tls: true },
      { expect: "EHLO" },
    ]);
    expect(session).toMatchObject({ connection: "cancelled", tls: { kind: "established" } });
  });
});
