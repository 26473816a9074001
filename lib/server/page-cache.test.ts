import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { ORIGIN } from "../http/headers.ts";
import { createPageCache } from "./page-cache.ts";

/** Pages from memory over a rendering that ends when it is told to. */
async function start() {
  const renderings: ServerResponse[] = [];
  const begun = new EventTarget();
  const pages = createPageCache(async (_, response) => {
    renderings.push(response);
    begun.dispatchEvent(new Event("rendering"));
  });
  let asked = 0;
  const server = createServer(async (request, response) => {
    request.headers[ORIGIN] = "http://np.example";
    const answering = pages.answer(request, response);
    asked++;
    begun.dispatchEvent(new Event("asked"));
    if (!(await answering)) response.end("not a page");
  });
  onTestFinished(() => void server.close().closeAllConnections());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const ask = () => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write("GET /signals HTTP/1.1\r\nHost: np.example\r\nConnection: close\r\n\r\n");
    return socket;
  };
  const until = async (event: string, isSo: () => boolean) => {
    while (!isSo()) await once(begun, event);
  };
  return { ask, renderings, until, asked: () => asked };
}

test("where the reader leaves for whom a page is rendered, one of those who wait for it takes over", async () => {
  const { ask, renderings, until, asked } = await start();
  const first = ask();
  await until("rendering", () => renderings.length === 1);
  const others = Array.from({ length: 20 }, ask).map((socket) => text(socket));
  await until("asked", () => asked() === 21);
  first.destroy();
  await until("rendering", () => renderings.length === 2);
  renderings[1]?.end("<p>the page</p>");
  for (const said of await Promise.all(others)) expect(said).toMatch(/^HTTP\/1\.1 200 [\s\S]*<p>the page<\/p>$/);
  expect(renderings.length).toBe(2);
});

test("whoever has left while waiting has nothing rendered", async () => {
  const { ask, renderings, until, asked } = await start();
  const first = ask();
  await until("rendering", () => renderings.length === 1);
  const second = ask();
  await until("asked", () => asked() === 2);
  second.destroy();
  first.destroy();
  await once(renderings[0] as ServerResponse, "close");
  const third = ask();
  await until("rendering", () => renderings.length >= 2);
  renderings.at(-1)?.end("<p>the page</p>");
  expect(await text(third)).toMatch(/<p>the page<\/p>$/);
});
