import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { SHOW } from "../http/shown-once.ts";
import { createPostedPage } from "./posted-page.ts";

let close: () => void = () => undefined;
afterEach(() => close());

/** A server whose framework is this function. */
async function serve(render: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<string> {
  const answer = createPostedPage(render);
  const server = createServer(async (request, response) => {
    if (await answer(request, response)) return;
    response.end("somebody else's");
  }).listen(0);
  await new Promise((resolve) => server.once("listening", resolve));
  close = () => void server.close();
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

test("a form whose route asks for it is answered with the page, at the form's own address", async () => {
  const asked: unknown[] = [];
  const url = await serve(async (request, response) => {
    asked.push([request.method, request.url, request.headers[SHOW], await bodyOf(request)]);
    if (request.method === "POST") response.writeHead(200, { [SHOW]: "a key" }).end();
    else response.writeHead(200, { "content-type": "text/html" }).end("the page");
  });
  const got = await fetch(`${url}/bounce/read`, { method: "POST", body: "text=x", headers: { [SHOW]: "guessed" } });
  expect(await got.text()).toBe("the page");
  expect([got.headers.get(SHOW), got.headers.get("cache-control"), got.headers.get("content-type")]).toEqual([
    null,
    "no-store",
    "text/html",
  ]);
  expect(asked).toEqual([
    ["POST", "/bounce/read", undefined, "text=x"],
    ["GET", "/bounce/table", "a key", ""],
  ]);
});

test("what else a route answers goes out as it is", async () => {
  const url = await serve(async (_, response) => {
    response.writeHead(303, { location: "/r/x", "set-cookie": ["a=1", "b=2"] }).end();
  });
  const got = await fetch(`${url}/bounce/read`, { method: "POST", redirect: "manual" });
  expect([got.status, got.headers.get("location"), got.headers.getSetCookie()]).toEqual([303, "/r/x", ["a=1", "b=2"]]);
});

test("other addresses and methods are not its business, and nobody outside names what is shown", async () => {
  const url = await serve(async () => undefined);
  for (const [path, method] of [
    ["/bounce/read", "GET"],
    ["/bounce/table", "GET"],
    ["/check", "POST"],
  ])
    expect(await (await fetch(url + path, { method: method ?? "" })).text()).toBe("somebody else's");
});
