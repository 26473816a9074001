import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, createServer as createNetServer, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createQuickConnections, readPlain } from "./quick-connections.ts";
import { createWriter } from "./wire.ts";

const head = (...lines: string[]) => `${["GET /r/x HTTP/1.1", ...lines].join("\r\n")}\r\n\r\n`;
const post = (...lines: string[]) => head(...lines).replace("GET", "POST");

describe("a request of the plainest kind", () => {
  test("is read", () => {
    expect(
      readPlain(head("Host: a.example:80", "ACCEPT-Encoding:  br, gzip ", "Cookie: x=y", "Connection: Keep-Alive")),
    ).toEqual({
      method: "GET",
      path: "/r/x",
      fields: { host: "a.example:80", "accept-encoding": "br, gzip" },
      ...{ body: 0, missing: 0 },
    });
  });

  test("is read with its body, as much as has come of it", () => {
    const said = { method: "POST", path: "/r/x", fields: { host: "a" }, body: 5 };
    expect(readPlain(`${post("Host: a", "Content-Length: 5")}hello`)).toEqual({ ...said, missing: 0 });
    expect(readPlain(`${post("Host: a", "Content-Length: 5")}he`)).toEqual({ ...said, missing: 3 });
    expect(readPlain(post("Host: a", "Content-Length: 0"))).toEqual({ ...said, body: 0, missing: 0 });
  });

  test.each([
    ["two at once", head("Host: a") + head("Host: a")],
    ["half of one", head("Host: a").slice(0, -1)],
    ["one with a body", head("Host: a", "Content-Length: 3")],
    ["one that announces a body in pieces", head("Host: a", "Transfer-Encoding: chunked")],
    ["one without a name", head("Accept: */*")],
    ["one with two names", head("Host: a", "Host: b")],
    ["a line that goes on", head("Host: a", "X-A: b", " c")],
    ["a field without a value", head("Host:")],
    ["a space before the colon", head("Host : a")],
    ["a bare line feed", "GET /r/x HTTP/1.1\nHost: a\n\n"],
    ["a lone carriage return", head("Host: a\rb")],
    ["a NUL", head("Host: a", "X: b\0c")],
    ["more than ASCII", head("Host: a", "X: \xff")],
    ["the last one of its connection", head("Host: a", "Connection: close")],
    ["a change of protocol", head("Host: a", "Connection: Upgrade", "Upgrade: websocket")],
    ["one that waits for leave", head("Host: a", "Expect: 100-continue")],
    ["one for a part", head("Host: a", "Range: bytes=0-1")],
    ["one for something else", head("Host: a", "RSC: 1")],
    ["another method", "HEAD /r/x HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["an older protocol", "GET /r/x HTTP/1.0\r\nHost: a\r\n\r\n"],
    ["a whole URL", "GET http://a/r/x HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["a backslash", "GET /r\\x HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["a fragment", "GET /r/x#y HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["what is too long", head("Host: a", `X: ${"y".repeat(9000)}`)],
    ["a body of unknown length", post("Host: a")],
    ["two lengths", `${post("Host: a", "Content-Length: 2", "Content-Length: 2")}hi`],
    ["a list of lengths", `${post("Host: a", "Content-Length: 2, 2")}hi`],
    ["a length with a sign", `${post("Host: a", "Content-Length: +2")}hi`],
    ["a length and pieces", `${post("Host: a", "Content-Length: 2", "Transfer-Encoding: chunked")}hi`],
    ["a body that waits for leave", `${post("Host: a", "Content-Length: 2", "Expect: 100-continue")}`],
    ["a body with more behind it", `${post("Host: a", "Content-Length: 2")}hi${head("Host: a")}`],
    ["a long body", `${post("Host: a", "Content-Length: 99999")}`],
  ])("is not %s", (_, bytes) => expect(readPlain(bytes)).toBeUndefined());
});

describe("a connection", () => {
  let server: Server;
  let front: ReturnType<typeof createNetServer>;
  let closeIdle: () => void;
  const sockets: Socket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => front.close(resolve));
  });

  async function start() {
    const slow: string[] = [];
    server = createServer((request, response) => {
      slow.push(request.url ?? "");
      response.end(`slow ${request.url}`);
    });
    const quick = createWriter({ status: 200, headers: { "content-length": 5 }, body: Buffer.from("quick") });
    const busy = createWriter({ status: 503, headers: { "content-length": 4 }, body: Buffer.from("busy") });
    const connections = createQuickConnections(
      ({ method, path }) => (path !== "/quick" ? undefined : method === "GET" ? quick() : busy()),
      (socket, { chunk }) => {
        server.emit("connection", socket);
        if (chunk) socket.unshift(chunk);
        process.nextTick(() => socket.resume());
      },
    );
    closeIdle = connections.closeIdle;
    front = createNetServer({ allowHalfOpen: true }, (socket) => connections.take(socket));
    await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
    const { port } = front.address() as AddressInfo;
    const open = () => {
      const socket = connect(port, "127.0.0.1");
      sockets.push(socket);
      let said = "";
      const heard = new Set<() => void>();
      socket.on("data", (chunk) => {
        said += chunk;
        for (const call of heard) call();
      });
      const until = (words: string) =>
        new Promise<void>((resolve) => {
          const look = () => {
            const at = said.indexOf(words);
            if (at < 0) return;
            said = said.slice(at + words.length);
            heard.delete(look);
            resolve();
          };
          heard.add(look);
          look();
        });
      const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
      return { socket, ask, until };
    };
    return { slow, open };
  }

  test("is the server's own from the first request on that is not at hand", async () => {
    const { slow, open } = await start();
    const { ask, until } = open();
    ask("/quick");
    await until("\r\n\r\nquick");
    ask("/quick");
    await until("\r\n\r\nquick");
    expect(slow).toEqual([]);
    ask("/other");
    await until("slow /other");
    ask("/quick");
    await until("slow /quick");
    expect(slow).toEqual(["/other", "/quick"]);
  });

  test("brings its requests in any pieces", async () => {
    const { slow, open } = await start();
    const { socket, until } = open();
    socket.write("GET /qu");
    await new Promise((resolve) => setImmediate(resolve));
    socket.write("ick HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n");
    await until("slow /quick");
    await until("slow /b");
    expect(slow).toEqual(["/quick", "/b"]);
  });

  test("with several requests in one piece has them answered in order", async () => {
    const { open } = await start();
    const { socket, until } = open();
    socket.write(
      "GET /quick HTTP/1.1\r\nHost: a\r\n\r\nPOST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhiGET /c HTTP/1.1\r\nHost: a\r\n\r\n",
    );
    await until("slow /quick");
    await until("slow /b");
    await until("slow /c");
  });

  test("that is half closed is closed, and one that waits goes with the idle ones", async () => {
    const { open } = await start();
    const first = open();
    const ended = new Promise((resolve) => first.socket.once("end", resolve));
    first.ask("/quick");
    await first.until("quick");
    first.socket.end();
    await ended;
    const second = open();
    second.ask("/quick");
    await second.until("quick");
    const closed = new Promise((resolve) => second.socket.once("close", resolve));
    closeIdle();
    await closed;
  });

  test("drops the body of what is answered at once, in any pieces, and goes on with what comes next", async () => {
    const { slow, open } = await start();
    const { socket, ask, until } = open();
    socket.write("POST /quick HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nab");
    await until("\r\n\r\nbusy");
    socket.write("cd");
    await new Promise((resolve) => setImmediate(resolve));
    socket.write("efGET /quick HTTP/1.1\r\nHost: a\r\n\r\n");
    await until("\r\n\r\nquick");
    socket.write("POST /quick HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab");
    await until("\r\n\r\nbusy");
    expect(slow).toEqual([]);
    ask("/other");
    await until("slow /other");
  });

  test("says when", async () => {
    const { open } = await start();
    const { ask, until } = open();
    ask("/quick");
    await until(`Date: ${new Date().toUTCString().slice(0, 16)}`);
  });
});
