import { readFileSync } from "node:fs";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { corpus } from "../checks/testing/corpora.ts";
import { prepare, type SmtpScript } from "../checks/testing/smtp-script.ts";
import { makeOwnCertificate } from "./certificate.ts";
import { type Listener, startListener } from "./listener.ts";
import { type Client, connectClient } from "./testing/client.ts";
import { createTestDesk } from "./testing/desk.ts";
import { testOptions } from "./testing/options.ts";

/* The scripts that mail servers play to our probe, turned round: a client plays them to our listener. */

const file = corpus("own/smtp-hostile-scripts.json");
const scripts: readonly { id: string; steps: SmtpScript }[] = file ? JSON.parse(readFileSync(file, "utf8")) : [];

const SESSION_MS = 500;
const faults: unknown[] = [];
const { desk, recorded } = createTestDesk();
let listener: Listener;
beforeAll(async () => {
  listener = await startListener(
    {
      ...testOptions({
        certificate: await makeOwnCertificate("probe.example"),
        onFault: (error) => faults.push(error),
      }),
      ...{ greetingMs: 5, sessionMs: SESSION_MS },
    },
    desk,
  );
});
afterAll(() => listener?.close());

/** Plays a script as far as the other side lets it. */
async function play(client: Client, steps: SmtpScript): Promise<void> {
  for (const step of steps) {
    if (client.socket.destroyed) return;
    if ("send" in step) client.send(Buffer.from(step.send, "latin1"));
    else if ("sendHex" in step) client.send(Buffer.from(step.sendHex, "hex"));
    else if ("repeat" in step)
      for (let i = 0; i < step.count && !client.socket.destroyed; i++) {
        client.send(step.repeat);
        // Nobody sends faster than it is read from.
        if (i % 100 === 99 || step.ms) await new Promise((resolve) => setTimeout(resolve, step.ms ?? 0));
      }
    else if ("drip" in step) for (const octet of step.drip) client.send(octet);
    else if ("expect" in step) await client.say(step.expect === "STARTTLS" ? "STARTTLS" : `${step.expect} mx.test`);
    else if ("tls" in step) connectTls({ socket: client.socket, rejectUnauthorized: false }).on("error", () => {});
    else if ("rst" in step) client.socket.resetAndDestroy();
    else if ("close" in step) client.socket.end();
  }
}

/** Sessions end soon here. On a busy machine that may be sooner than a good client is through: it then comes again. */
const TRIES = 20;

/** What a good client is told of its recipient; "" where it never came so far. */
async function replyToGood(): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const good = connectClient(listener.port);
    await good.reply();
    await good.say("EHLO good.example.com");
    await good.say("MAIL FROM:<>");
    const reply = await good.say("RCPT TO:<token@probe.example>");
    good.end();
    if (reply) return reply;
  }
  return "";
}

test.skipIf(!file).concurrent.each(scripts.map(({ id, steps }) => [id, steps] as const))(
  "%s: the session ends by itself, and the next client is served",
  async (_, steps) => {
    prepare(steps);
    const client = connectClient(listener.port);
    const playing = play(client, steps);
    await client.closed;
    await playing;
    client.end();
    expect(await replyToGood()).toContain("good.example.com");
    expect(recorded.every(({ seen }) => seen.helo === "good.example.com")).toBe(true);
    expect(faults).toEqual([]);
  },
);
