import { describe, expect, test } from "vitest";
import type { Client } from "./testing/client.ts";
import { listenerTests } from "./testing/listening.ts";

const { listening, faults } = listenerTests();

/** As far as the first recipient. */
async function upToMail(client: Client, ehlo = "EHLO localhost") {
  await client.reply();
  await client.say(ehlo);
  await client.say("MAIL FROM:<jane@example.com> SIZE=1422");
}

describe("refuse mode", () => {
  test("names address, EHLO argument and link in the refusal, once that is kept", async () => {
    const { client, recorded } = await listening();
    const one = client("127.0.0.5");
    expect(await one.reply()).toBe("220 probe.example ESMTP");
    expect(await one.say("EHLO localhost.localdomain")).toBe(
      "250-probe.example greets 127.0.0.5\r\n250-SIZE 1000\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250 STARTTLS",
    );
    expect(await one.say("MAIL FROM:<jane@example.com> SIZE=1422")).toMatch(/^250 /);
    const reply = await one.say("RCPT TO:<token@PROBE.example>");
    expect(reply).toBe(
      "550 5.7.0 No mail is taken here. You sent from 127.0.0.5 and said EHLO localhost.localdomain. Report: https://np.example/listen/token",
    );
    expect(recorded).toMatchObject([
      {
        reply,
        seen: {
          address: "127.0.0.5",
          helo: "localhost.localdomain",
          tls: null,
          mailFrom: "example.com",
          earlyTalker: false,
          pipelined: false,
          bareLf: false,
        },
      },
    ]);
    expect(JSON.stringify(recorded)).not.toContain("jane");
    expect(await one.say("DATA")).toMatch(/^503 /);
    expect(await one.say("QUIT")).toMatch(/^221 /);
    await one.closed;
    expect(recorded).toHaveLength(1);
    expect(recorded[0]?.seen.steps.at(-1)?.says).toMatch(/^221 /);
  });

  test("TLS is seen as the client did it", async () => {
    const { client, recorded } = await listening();
    const one = client();
    await one.reply();
    await one.say("EHLO before.example.com");
    expect(await one.say("STARTTLS")).toMatch(/^220 /);
    const secure = await one.secure();
    expect(secure.getPeerCertificate().subjectaltname).toBe("DNS:probe.example");
    expect(await one.say("MAIL FROM:<>")).toMatch(/^503 /);
    const said = await one.say("EHLO after.example.com");
    expect(said).not.toContain("STARTTLS");
    await one.say("MAIL FROM:<>");
    expect(await one.say("RCPT TO:<token@probe.example>")).toContain("after.example.com");
    expect(recorded[0]?.seen).toMatchObject({
      helo: "after.example.com",
      tls: { version: "TLSv1.3", cipher: secure.getCipher().name },
      mailFrom: "",
    });
    expect(await one.say("STARTTLS")).toMatch(/^503 /);
  });

  test("what came before TLS is thrown away, and told (CVE-2011-0411)", async () => {
    const { client, recorded } = await listening();
    const one = client();
    await one.reply();
    await one.say("EHLO localhost");
    one.send("STARTTLS\r\nMAIL FROM:<injected@example.com>\r\nRCPT TO:<token@probe.example>\r\n");
    await one.reply();
    await one.secure();
    expect(await one.say("EHLO after.example.com")).toMatch(/^250-/);
    expect(recorded).toEqual([]);
    await one.say("MAIL FROM:<>");
    await one.say("RCPT TO:<token@probe.example>");
    expect(recorded[0]?.seen).toMatchObject({ injected: true, mailFrom: "" });
  });

  test("a client whose TLS fails and that comes again without it is told for what it did", async () => {
    const { client, recorded } = await listening();
    const first = client("127.0.0.9");
    await first.reply();
    await first.say("EHLO localhost");
    await first.say("STARTTLS");
    first.send("this is no TLS\r\n");
    await first.closed;
    const second = client("127.0.0.9");
    await upToMail(second);
    await second.say("RCPT TO:<token@probe.example>");
    expect(recorded[0]?.seen).toMatchObject({ tls: null, tlsFailure: expect.stringMatching(/^ERR_SSL|EPROTO/) });
    const other = client("127.0.0.10");
    await upToMail(other);
    await other.say("RCPT TO:<token@probe.example>");
    expect(recorded[1]?.seen.tlsFailure).toBeUndefined();
  });

  test.each([
    ["one of UTF-8", Buffer.from("mül"), "mül", "m\\xC3\\xBCl"],
    ["octets that are not", Buffer.from("m\xfcl", "latin1"), "m\\xFCl", "m\\xFCl"],
    ["NUL and CR", Buffer.from("a\0b\rc"), "a\0b\rc", "a\\x00b\\x0Dc"],
    ["several words", Buffer.from("my mail server "), "my mail server ", "my mail server "],
    ["nothing", Buffer.from(""), "", "EHLO . Report"],
    ["510 octets", Buffer.alloc(510, "x"), "x".repeat(510), "x".repeat(480)],
    ["more than that", Buffer.alloc(900, "y"), "y".repeat(510), "y".repeat(480)],
    ["very many", Buffer.alloc(20_000, "z"), "z".repeat(510), "z".repeat(480)],
  ])("an EHLO argument is kept as it is: %s", async (_, octets, helo, told) => {
    const { client, recorded } = await listening();
    const one = client();
    await one.reply();
    one.send(Buffer.concat([Buffer.from("EHLO "), octets, Buffer.from("\r\n")]));
    expect(await one.reply()).toMatch(/^250-/);
    await one.say("MAIL FROM:<>");
    const reply = await one.say("RCPT TO:<token@probe.example>");
    expect(recorded[0]?.seen.helo).toBe(helo);
    expect(reply).toContain(told);
    for (const line of reply.split("\r\n")) {
      expect(line).toMatch(/^550[ -]5\.7\.0 [ -~]+$/);
      expect(line.length).toBeLessThanOrEqual(510);
    }
    expect(reply.split("\r\n").at(-1)).toContain("Report: https://np.example/listen/token");
  });

  test("who speaks first is served, and told", async () => {
    const { client, recorded } = await listening({ greetingMs: 5_000 });
    const one = client();
    one.send("EHLO early.example.com\r\n");
    expect(await one.reply()).toMatch(/^220 /);
    expect(await one.reply()).toMatch(/^250-/);
    await one.say("MAIL FROM:<>");
    await one.say("RCPT TO:<token@probe.example>");
    expect(recorded[0]?.seen).toMatchObject({ earlyTalker: true, pipelined: false, helo: "early.example.com" });
  });

  test("who does not wait for answers is served, and told", async () => {
    const { client, recorded } = await listening();
    const one = client();
    await one.reply();
    one.send("EHLO localhost\r\nMAIL FROM:<>\r\nRCPT TO:<token@probe.example>\r\nQUIT\r\n");
    const replies = [await one.reply(), await one.reply(), await one.reply(), await one.reply()];
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "250", "550", "221"]);
    expect(recorded[0]?.seen).toMatchObject({ earlyTalker: false, pipelined: true });
  });

  test("who sends all and closes its side gets its answers", async () => {
    const { client, recorded } = await listening();
    const one = client();
    one.send("HELO localhost\nMAIL FROM:<>\nRCPT TO:<token@probe.example>\n");
    one.socket.end();
    const replies = [await one.reply(), await one.reply(), await one.reply(), await one.reply()];
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["220", "250", "250", "550"]);
    expect(recorded[0]?.seen).toMatchObject({ verb: "HELO", bareLf: true });
  });
});

test.each([
  ["an unknown token", "RCPT TO:<nobody@probe.example>", /^550 5\.1\.1 There is no such address\./],
  ["one that has ended", "RCPT TO:<old@probe.example>", /^550 5\.1\.1 This address has ended/],
  ["another domain", "RCPT TO:<jane@example.com>", /^550 5\.7\.1 No mail is passed on/],
  ["a percent hack", "RCPT TO:<jane%example.com@probe.example>", /^550 5\.1\.1 /],
  ["a source route", "RCPT TO:<@probe.example:jane@example.com>", /^550 5\.7\.1 /],
  ["no address", "RCPT TO:<>", /^501 /],
  ["nothing", "RCPT", /^501 /],
  ["while the database does not answer", "RCPT TO:<broken@probe.example>", /^451 4\.3\.0 /],
])("a recipient is refused: %s", async (_, line, expected) => {
  const here: unknown[] = [];
  const { client, recorded, messages } = await listening({ onFault: (error) => here.push(error) });
  const one = client();
  await upToMail(one);
  expect(await one.say(line)).toMatch(expected);
  expect(await one.say("DATA")).toMatch(/^503 /);
  expect([recorded, messages]).toEqual([[], []]);
  // What is our fault is told whoever runs the service, and nothing else is.
  expect(here).toHaveLength(line.includes("broken") ? 1 : 0);
});

test.each([
  ["AUTH PLAIN AGphbmUAc2VjcmV0", /^502 /],
  ["VRFY jane", /^252 /],
  ["EXPN staff", /^502 /],
  ["HELP", /^214 /],
  ["NOOP", /^250 /],
  ["RSET", /^250 /],
  ["STARTTLS now", /^501 /],
  ["MAIL FROM:jane doe>", /^250 |^501 /],
  ["RCPT TO:<token@probe.example>", /^503 /],
  ["DATA", /^503 /],
  ["nonsense", /^500 /],
  ["", /^500 /],
  ["x".repeat(2_000), /^500 5\.5\.6 /],
])("%.30j is answered", async (line, expected) => {
  const { client } = await listening();
  const one = client();
  await one.reply();
  await one.say("EHLO localhost");
  expect(await one.say(line)).toMatch(expected);
  expect(await one.say("NOOP")).toMatch(/^250 /);
});

test.each([
  ["BDAT", "BDAT 10 LAST\r\nQUIT\r\n1234"],
  ["HTTP", "POST / HTTP/1.1\r\nHost: probe.example\r\n\r\nEHLO x\r\n"],
])("what is no dialogue is ended: %s", async (_, octets) => {
  const { client } = await listening();
  const one = client();
  await one.reply();
  one.send(octets);
  expect(await one.reply()).toMatch(/^502 |^421 /);
  expect(await one.reply()).toBe("");
});

test("no secret and no mailbox is kept", async () => {
  const { client, recorded } = await listening();
  const one = client();
  await one.reply();
  await one.say("EHLO localhost");
  await one.say("AUTH PLAIN AGphbmUAc2VjcmV0");
  await one.say("c2VjcmV0");
  await one.say("VRFY jane");
  await one.say("MAIL FROM:<jane@example.com> AUTH=jane@example.com");
  await one.say("RCPT TO:<jane@example.org>");
  await one.say("RCPT TO:<token@probe.example>");
  expect(JSON.stringify(recorded)).not.toMatch(/jane|c2VjcmV0|AGphbm/);
});

describe("caps", () => {
  test("21 commands are one too many", async () => {
    const { client } = await listening();
    const one = client();
    await one.reply();
    for (let i = 0; i < 20; i++) expect(await one.say("NOOP")).toMatch(/^250 /);
    expect(await one.say("NOOP")).toMatch(/^421 4\.7\.0 /);
    await one.closed;
  });

  test("64 KB are enough", async () => {
    const { client } = await listening();
    const one = client();
    await one.reply();
    for (let i = 0; i < 100; i++) one.send(Buffer.alloc(16 * 1024, "a"));
    const said = await one.reply();
    expect(["421 4.7.0 probe.example That is more than one session may send.", ""]).toContain(said);
    await one.closed;
  });

  test("who says nothing is sent away when its time is up", async () => {
    const { client } = await listening({ sessionMs: 100 });
    const one = client();
    expect(await one.reply()).toMatch(/^220 /);
    expect(await one.reply()).toMatch(/^421 4\.4\.2 /);
    await one.closed;
  });

  test("so is who stops in the middle of TLS", async () => {
    const { client } = await listening({ sessionMs: 300 });
    const one = client();
    await one.reply();
    await one.say("EHLO localhost");
    await one.say("STARTTLS");
    await one.closed;
  });

  test("so is who sends a message that does not end", async () => {
    const { client } = await listening({ sessionMs: 400 });
    const one = client();
    await upToMail(one);
    await one.say("RCPT TO:<read-token@probe.example>");
    await one.say("DATA");
    one.send("Subject: x\r\n");
    expect(await one.reply()).toMatch(/^421 4\.4\.2 /);
    await one.closed;
  });

  test("a network has so many connections, others come in", async () => {
    const { client, listener } = await listening({ perNetwork: 2 });
    const [a, b] = [client(), client()];
    await Promise.all([a.reply(), b.reply()]);
    expect(await client("127.0.0.200").reply()).toMatch(/^421 4\.7\.0 .*Too many connections/);
    expect(await client("127.0.1.1").reply()).toMatch(/^220 /);
    a.end();
    await a.closed;
    while (listener.count() > 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await client().reply()).toMatch(/^220 /);
  });

  test("so many there are in all", async () => {
    const { client } = await listening({ connections: 1 });
    expect(await client().reply()).toMatch(/^220 /);
    expect(await client("127.0.1.1").reply()).toMatch(/^421 /);
  });

  test("so many are in TLS at once, and the next one is asked to come again; without TLS others go on", async () => {
    const { client, recorded } = await listening({ inTls: 1 });
    const [one, two, three] = [client(), client(), client()];
    for (const each of [one, two, three]) {
      await each.reply();
      await each.say("EHLO mail.example.com");
    }
    expect(await one.say("STARTTLS")).toMatch(/^220 /);
    await one.secure();
    expect(await two.say("STARTTLS")).toMatch(/^421 4\.7\.0 /);
    await two.closed;
    expect(await three.say("NOOP")).toMatch(/^250 /);
    expect(await one.say("NOOP")).toMatch(/^250 /);
    one.end();
    // Its place is free once its connection is closed.
    await expect
      .poll(async () => {
        const next = client();
        await next.reply();
        await next.say("EHLO mail.example.com");
        return next.say("STARTTLS");
      })
      .toMatch(/^220 /);
    // Who was turned away is not said to have sent without TLS.
    expect(recorded).toEqual([]);
  });
});

describe("read mode", () => {
  test("a message is handed over as it was sent, and the answer names the link", async () => {
    const { client, messages } = await listening();
    const one = client();
    await upToMail(one);
    expect(await one.say("RCPT TO:<read-token@probe.example>")).toMatch(/^250 /);
    expect(await one.say("DATA")).toMatch(/^354 /);
    one.send("Subject: x\r\n\r\n..dot\r\n.\r\nNOOP\r\n");
    expect(await one.reply()).toMatch(/^250 2\.0\.0 .*https:\/\/np\.example\/listen\/token$/);
    expect(await one.reply()).toMatch(/^250 /);
    expect(messages.map(String)).toEqual(["Subject: x\r\n\r\n.dot\r\n"]);
    expect(await one.say("DATA")).toMatch(/^503 /);
  });

  test("one that is too long is not", async () => {
    const { client, messages } = await listening();
    const one = client();
    await upToMail(one);
    await one.say("RCPT TO:<read-token@probe.example>");
    await one.say("DATA");
    one.send(`${"x".repeat(1_200)}\r\n.\r\n`);
    expect(await one.reply()).toMatch(/^552 5\.3\.4 /);
    expect(messages).toEqual([]);
  });
});

test("no session failed by a fault of ours", () => {
  expect(faults).toEqual([]);
});
