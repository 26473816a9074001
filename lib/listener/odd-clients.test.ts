import { describe, expect, test } from "vitest";
import type { ListenerOptions } from "./listener.ts";
import { PIECE } from "./room.ts";
import { listenerTests } from "./testing/listening.ts";

/* Clients that do what is allowed and rare, or not allowed and common. */

const { listening, faults } = listenerTests();
/** A client that has been greeted and has said who it is. */
async function introduced(more?: Partial<ListenerOptions>) {
  const kept = await listening(more);
  const one = kept.client();
  await one.reply();
  await one.say("EHLO localhost");
  return { ...kept, one };
}

describe("the recipient is found", () => {
  test.each([
    ["in quotes", 'RCPT TO:<"token"@probe.example>'],
    ["in quotes, with what needs none", 'RCPT TO:<"tok\\en"@probe.example>'],
    ["behind a source route", "RCPT TO:<@relay.example,@other.example:token@probe.example>"],
    ["in another case", "rcpt to:<token@PROBE.Example>"],
    ["behind a space", "RCPT TO: <token@probe.example>"],
    ["without brackets", "RCPT TO:token@probe.example"],
    ["with parameters", "RCPT TO:<token@probe.example> NOTIFY=NEVER ORCPT=rfc822;jane@example.com"],
    ["with spaces behind it", "RCPT TO:<token@probe.example>   "],
  ])("%s", async (_, line) => {
    const { one, recorded } = await introduced();
    await one.say("MAIL FROM:<>");
    expect(await one.say(line)).toMatch(/^550 5\.7\.0 /);
    expect(recorded).toHaveLength(1);
    expect(JSON.stringify(recorded)).not.toContain("jane");
  });

  test.each([
    ["in SMTPUTF8", "MAIL FROM:<jürgen@münchen.example> SMTPUTF8 SIZE=10", "münchen.example"],
    ["of eight bits", "MAIL FROM:<jane@example.com> BODY=8BITMIME", "example.com"],
    ["in quotes", 'MAIL FROM:<"jane \\"d\\" >@x"@example.com>', "example.com"],
    ["in capitals", "mail from:<JANE@EXAMPLE.COM>", "example.com"],
    ["behind a source route", "MAIL FROM:<@a.example,@b.example:jane@example.com>", "example.com"],
    ["nobody", "MAIL FROM:<>", ""],
    ["without a domain", "MAIL FROM:<jane>", ""],
  ])("with a sender %s", async (_, line, domain) => {
    const { one, recorded } = await introduced();
    expect(await one.say(line)).toMatch(/^250 /);
    await one.say("RCPT TO:<token@probe.example>");
    expect(recorded[0]?.seen.mailFrom).toBe(domain);
    expect(JSON.stringify(recorded)).not.toMatch(/jane|jürgen/i);
  });

  test("beside others that are not, each answered for itself", async () => {
    const { one, recorded } = await introduced();
    await one.say("MAIL FROM:<>");
    const codes = [];
    for (const to of ["nobody@probe.example", "token@probe.example", "jane@example.com", "token@probe.example"])
      codes.push((await one.say(`RCPT TO:<${to}>`)).slice(0, 9));
    expect(codes).toEqual(["550 5.1.1", "550 5.7.0", "550 5.7.1", "550 5.7.0"]);
    // One token in one session is one session.
    expect(recorded).toHaveLength(1);
  });

  test("after RSET and another EHLO, which ends what was begun", async () => {
    const { one, recorded } = await introduced();
    await one.say("MAIL FROM:<a@example.com>");
    expect(await one.say("RSET")).toMatch(/^250 /);
    expect(await one.say("RCPT TO:<token@probe.example>")).toMatch(/^503 /);
    await one.say("MAIL FROM:<b@example.org>");
    expect(await one.say("MAIL FROM:<c@example.net>")).toMatch(/^503 /);
    await one.say("EHLO second.example.com");
    expect(await one.say("RCPT TO:<token@probe.example>")).toMatch(/^503 /);
    await one.say("MAIL FROM:<d@example.net>");
    await one.say("RCPT TO:<token@probe.example>");
    expect(recorded).toMatchObject([{ seen: { helo: "second.example.com", mailFrom: "example.net" } }]);
  });
});

test.each([
  "ETRN example.com",
  "EXPN staff",
  "TURN",
  "ATRN example.com",
  "BURL imap://x",
  "SAML FROM:<>",
  "XCLIENT NAME=x",
])("%s is not offered", async (line) => {
  const { one } = await introduced();
  expect(await one.say(line)).toMatch(/^502 5\.5\.1 /);
  expect(await one.say("NOOP")).toMatch(/^250 /);
});

describe("octets that are no text", () => {
  test.each([
    ["NUL in an EHLO argument", "EHLO a\0b\r\n", "a\0b"],
    ["a bare CR in it", "EHLO a\rb\r\n", "a\rb"],
    ["a CR before the end of line", "EHLO a\r\r\n", "a\r"],
    ["a bare LF as its end", "EHLO a\n", "a"],
    ["octets that are no UTF-8", "EHLO \xff\xfea\xc3\r\n", "\\xFF\\xFEa\\xC3"],
    ["a tab before it", "EHLO\ta\r\n", "a"],
    ["two spaces before it", "EHLO  a\r\n", " a"],
    ["an address literal", "EHLO [IPv6:2001:db8::1]\r\n", "[IPv6:2001:db8::1]"],
  ])("%s", async (_, octets, helo) => {
    const { one, recorded } = await introduced();
    one.send(Buffer.from(octets, "latin1"));
    expect(await one.reply()).toMatch(/^250-/);
    await one.say("MAIL FROM:<>");
    await one.say("RCPT TO:<token@probe.example>");
    expect(recorded[0]?.seen.helo).toBe(helo);
  });
});

describe("TLS", () => {
  test("what is said after it counts, and it cannot be begun twice", async () => {
    const { one, recorded } = await introduced();
    expect(await one.say("STARTTLS")).toMatch(/^220 /);
    await one.secure();
    // EHLO was said before TLS, and that counts no more (RFC 3207 section 4.2).
    expect(await one.say("MAIL FROM:<>")).toMatch(/^503 /);
    expect(await one.say("EHLO inside.example.com")).not.toContain("STARTTLS");
    expect(await one.say("STARTTLS")).toMatch(/^503 /);
    await one.say("MAIL FROM:<>");
    await one.say("RCPT TO:<token@probe.example>");
    expect(recorded[0]?.seen).toMatchObject({ helo: "inside.example.com", tls: { version: "TLSv1.3" } });
  });

  test("of what was sent in the clear behind it, nothing is done, however much it is (CVE-2011-0411)", async () => {
    const { one, recorded } = await introduced();
    const injected = "EHLO evil.example.com\r\nMAIL FROM:<e@evil.example.com>\r\nRCPT TO:<token@probe.example>\r\n";
    one.send(`STARTTLS\r\n${injected.repeat(20)}`);
    expect(await one.reply()).toMatch(/^220 /);
    await one.secure();
    const replies = [await one.say("NOOP"), await one.say("MAIL FROM:<>")];
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "503"]);
    await one.say("EHLO good.example.com");
    await one.say("MAIL FROM:<>");
    await one.say("RCPT TO:<token@probe.example>");
    expect(recorded).toMatchObject([{ seen: { injected: true, helo: "good.example.com", mailFrom: "" } }]);
  });
});

describe("floods", () => {
  test("a line of 60 MB ends with the 64 KB of its session", async () => {
    const { one, listener } = await introduced();
    const piece = Buffer.alloc(64 * 1024, "a");
    for (let i = 0; i < 960 && !one.socket.destroyed; i++) {
      one.send(piece);
      if (one.socket.writableNeedDrain)
        await Promise.race([new Promise((resolve) => one.socket.once("drain", resolve)), one.closed]);
    }
    await one.closed;
    expect(one.socket.bytesWritten).toBeLessThan(60 * 1024 * 1024);
    while (listener.count() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test.each([
    ["NOOP", "NOOP\r\n"],
    ["HELP", "HELP\r\n"],
    ["RSET", "RSET\r\n"],
    ["nothing", "\r\n"],
    ["nonsense", "\0\0\0\r\n"],
    ["recipients", "RCPT TO:<nobody@probe.example>\r\n"],
  ])("of %s: twenty are answered", async (_, line) => {
    const { client } = await listening();
    const one = client();
    await one.reply();
    one.send(line.repeat(2_000));
    const replies: string[] = [];
    for (let reply = await one.reply(); reply !== ""; reply = await one.reply()) replies.push(reply);
    await one.closed;
    expect(replies.slice(0, 20).some((reply) => reply.startsWith("421"))).toBe(false);
    // What came behind may have cut the connection before the last word was read.
    expect(replies.slice(20).every((reply) => reply.startsWith("421 4.7.0"))).toBe(true);
    expect(replies.length).toBeGreaterThanOrEqual(20);
  });

  test("messages that have no room together are asked to come again; those that have are read", async () => {
    const { client, messages } = await listening({ maxMessage: 20_000, maxMessages: PIECE });
    const sending = async () => {
      const one = client();
      await one.reply();
      for (const line of ["EHLO x", "MAIL FROM:<>", "RCPT TO:<read-token@probe.example>", "DATA"]) await one.say(line);
      return one;
    };
    const both = [await sending(), await sending()];
    const replies = both.map((one, i) => one.reply().then((reply) => ({ i, reply })));
    for (const one of both) one.send("x".repeat(9_000));
    const refused = await Promise.race(replies);
    expect(refused.reply).toMatch(/^452 4\.3\.1 /);
    both[1 - refused.i]?.send("\r\n.\r\n");
    expect((await replies[1 - refused.i])?.reply).toMatch(/^250 2\.0\.0 /);
    const third = await sending();
    expect(await third.say(`${"z".repeat(9_000)}\r\n.`)).toMatch(/^250 2\.0\.0 /);
    expect(messages.map((message) => message.subarray(0, 1).toString())).toEqual(["x", "z"]);
  });

  test("connections over a cap are told so or closed, and none of them is let in", async () => {
    const { client } = await listening({ connections: 1 });
    const one = client();
    expect(await one.reply()).toMatch(/^220 /);
    const many = Array.from({ length: 80 }, client);
    const said = await Promise.all(many.map((each) => each.reply()));
    expect(said.filter((reply) => reply !== "" && !reply.startsWith("421 4.7.0"))).toEqual([]);
    expect(said.some((reply) => reply.startsWith("421 4.7.0"))).toBe(true);
    expect(await one.say("NOOP")).toMatch(/^250 /);
  });
});

test("no session failed by a fault of ours", () => {
  expect(faults).toEqual([]);
});
