import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { SentMessage } from "../../../checks/view.ts";
import { makeOwnCertificate, type OwnCertificate } from "../../../listener/certificate.ts";
import type { KnownRecipient } from "../../../listener/desk.ts";
import { type Client, connectClient } from "../../../listener/testing/client.ts";
import { createTestDesk } from "../../../listener/testing/desk.ts";
import { testOptions } from "../../../listener/testing/options.ts";
import { temporaryFolder } from "../../../testing/started.ts";
import type { HeldMessage } from "../listens.ts";
import type { Desk } from "./messages.ts";
import { type ListenerThread, startListenerThread } from "./thread.ts";

let certificate: OwnCertificate;
beforeAll(async () => {
  certificate = await makeOwnCertificate("probe.example");
});
const open: (ListenerThread | Client)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await ("close" in one ? one.close() : one.end());
});

function options() {
  const { newId: _, onFault: __, ...rest } = testOptions({ certificate, onFault: () => undefined });
  // A thread loads what it needs first, and on a busy machine that takes its time.
  return { ...rest, sessionMs: 60_000 };
}

const FOUND: SentMessage = {
  ...{ dkim: [], spf: { result: "none" }, dmarc: { result: "none", spfAligned: false, dkimAligned: false } },
  ...{ arc: { result: "none", sets: 0 }, messageIds: [], dates: [], hops: [] },
};

function testDesk() {
  const { desk, recorded } = createTestDesk();
  const read: HeldMessage[] = [];
  const asked: string[] = [];
  const all: Desk = {
    recipient: (path) => desk.recipient(path),
    record: (recipient, session) => desk.record(recipient, session),
    left: (recipient, session) => desk.left(recipient, session),
    async read(recipient: KnownRecipient, session, message) {
      await desk.record(recipient, session);
      read.push(message);
    },
    async verify(message, { helo }) {
      asked.push(`${Buffer.from(message)} of ${helo}`);
      return { found: FOUND, header: "From: somebody" };
    },
  };
  return { desk: all, recorded, read, asked };
}

async function listening(desk: Desk, how?: Parameters<typeof startListenerThread>[2]) {
  const thread = await startListenerThread(options(), desk, how);
  open.push(thread);
  const client = (from?: string) => {
    const one = connectClient(thread.port, from);
    open.push(one);
    return one;
  };
  return { thread, client };
}

async function say(client: Client, ...lines: readonly string[]): Promise<string> {
  let last = await client.reply();
  for (const line of lines) last = await client.say(line);
  return last;
}

test("a session is served there and kept here", async () => {
  const { desk, recorded } = testDesk();
  const { thread, client } = await listening(desk);
  const reply = await say(client("127.0.0.5"), "EHLO x.example", "MAIL FROM:<>", "RCPT TO:<token@probe.example>");
  expect(reply).toContain("You sent from 127.0.0.5 and said EHLO x.example.");
  expect(recorded).toMatchObject([{ reply, id: expect.stringMatching(/^[\w-]{22}$/), seen: { helo: "x.example" } }]);
  // What is open is kept as it ended, before the thread is gone.
  await thread.close();
  expect(recorded).toHaveLength(1);
  expect(recorded[0]?.seen.steps.at(-1)?.says).toMatch(/^421 /);
});

test("a message is handed over to be verified, and what was found in it is kept", async () => {
  const { desk, read, asked } = testDesk();
  const { client } = await listening(desk);
  const one = client();
  await say(one, "EHLO x.example", "MAIL FROM:<jane@example.com>", "RCPT TO:<read-token@probe.example>", "DATA");
  expect(await one.say("Subject: x\r\n\r\nThe body.\r\n.")).toMatch(/^250 2\.0\.0 /);
  expect(asked).toEqual(["Subject: x\r\n\r\nThe body.\r\n of x.example"]);
  expect(read).toEqual([{ found: FOUND, header: "From: somebody" }]);
});

test("where what is asked here fails, the client is asked to come again", async () => {
  const { desk } = testDesk();
  const { client } = await listening(desk);
  const reply = await say(client(), "EHLO x", "MAIL FROM:<>", "RCPT TO:<broken@probe.example>");
  expect(reply).toMatch(/^451 4\.3\.0 /);
});

test("where the port is taken, that is said", async () => {
  const { desk } = testDesk();
  const { thread } = await listening(desk);
  await expect(startListenerThread({ ...options(), port: thread.port }, desk)).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});

test.each(["process.exit(3)", 'throw new Error("of ours")'])(
  "where the thread dies by %s, another one listens at the same port",
  async (death) => {
    const folder = temporaryFolder("listener");
    const file = join(folder, "thread.mjs");
    const once = join(folder, "once");
    writeFileSync(
      file,
      `import { existsSync, writeFileSync } from "node:fs";
     import { createServer } from "node:net";
     import { parentPort, workerData } from "node:worker_threads";
     const server = createServer((socket) => {
       if (existsSync(${JSON.stringify(once)})) return socket.end("220 again\\r\\n");
       writeFileSync(${JSON.stringify(once)}, "");
       ${death};
     });
     server.listen(workerData.port, "127.0.0.1", () =>
       parentPort.postMessage({ kind: "listening", port: server.address().port }));
     parentPort.on("message", () => parentPort.postMessage({ kind: "closed" }));`,
    );
    const { client } = await listening(testDesk().desk, { file, againMs: 0 });
    let greeting = "";
    while (!greeting) greeting = await client().reply();
    expect(greeting).toBe("220 again");
  },
);
