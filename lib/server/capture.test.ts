import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { capture } from "./capture.ts";
import type { Wire } from "./wire.ts";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("what is written is kept back whole, and the response is free again afterwards", async () => {
  let captured: Wire | undefined;
  let finished = false;
  const url = await serve(async (_, response) => {
    const waiting = capture(response);
    response.on("finish", () => {
      finished = true;
    });
    response.writeHead(203, { "x-page": "yes" });
    response.flushHeaders();
    response.write("caf");
    response.write(Buffer.from("é "));
    response.end("au lait");
    captured = await waiting;
    expect([response.headersSent, finished]).toEqual([false, false]);
    response.setHeader("x-sent", "once");
    response.end(captured?.body);
  });
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get("x-page"), answer.headers.get("x-sent")]).toEqual([203, "yes", "once"]);
  expect(await answer.text()).toBe("café au lait");
  expect(captured).toMatchObject({ status: 203, headers: { "x-page": "yes" } });
  expect(finished).toBe(true);
});

test("neither does one who had left before, and is told at once", async () => {
  const { promise, resolve } = Promise.withResolvers<Wire | undefined>();
  const stop = new AbortController();
  const url = await serve((_, response) => {
    response.once("close", () => void capture(response).then(resolve));
    stop.abort();
  });
  await fetch(url, { signal: stop.signal }).catch(() => undefined);
  expect(await promise).toBeUndefined();
});

test("a reader who leaves before the end leaves nothing", async () => {
  const { promise, resolve } = Promise.withResolvers<Wire | undefined>();
  const stop = new AbortController();
  const url = await serve((_, response) => {
    void capture(response).then(resolve);
    response.write("half a page");
    stop.abort();
  });
  await fetch(url, { signal: stop.signal }).catch(() => undefined);
  expect(await promise).toBeUndefined();
});
