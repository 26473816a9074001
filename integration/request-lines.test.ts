import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { borrowService, type Lent } from "./lending.ts";
import { rawRequest } from "./raw.ts";

let service: Lent;
beforeAll(async () => {
  service = await borrowService();
}, 120_000);
afterAll(() => service?.giveBack());

const ask = (line: string, headers?: readonly string[]) => rawRequest(service.url, line, headers);

/** Every address that takes something from the path, and what is not there. */
const PATHS = [
  "/",
  "/signals/",
  "/receivers/",
  "/providers/",
  "/check/",
  "/r/",
  "/compare/a/",
  "/badge/",
  "/api/v1/reports/",
  "/api/v1/targets/",
  "/api/v1/",
  "/_next/static/",
  "/_next/",
  "/nowhere/",
];
const ENDINGS = ["", ".svg", ".json", "/reports", "/cancel", "?x=y"];
const UNDECODABLE = ["%", "%f", "%ff", "%zz", "%u0041", "%c0%af", "%ed%a0%80", "%E0%A4%A"];

describe("an address that cannot be decoded", () => {
  test.each(PATHS)("under %s is answered with 400 in the form of its readers", async (path) => {
    for (const bad of UNDECODABLE)
      for (const ending of ENDINGS) {
        const line = `GET ${path}${bad}${ending}`;
        const { status, headers, body } = await ask(line);
        expect([line, status]).toEqual([line, 400]);
        const program = /^\/(api\/v1|badge)\/|^\/r\/[^/]+\.json$/.test(path + bad + ending);
        expect([line, headers["content-type"]]).toEqual([
          line,
          program ? "application/problem+json" : "text/html; charset=utf-8",
        ]);
        expect(body).not.toMatch(/\bat .*\.[jt]s:\d+|URIError|Error:/);
        expect(headers["content-security-policy"]).toMatch(/default-src 'none'/);
      }
  });

  test.each([
    "/",
    "/check",
    "/bounce",
    "/signals",
    "/providers/other",
    "/r/x",
    "/api/v1/targets/x/reports",
    "/badge/x.svg",
  ])("in the query of %s, too", async (path) => {
    for (const bad of UNDECODABLE) {
      const { status } = await ask(`GET ${path}?a=1&q=${bad}`);
      expect([bad, status]).toEqual([bad, 400]);
    }
  });

  test("whatever the method", async () => {
    for (const method of ["HEAD", "POST", "DELETE", "OPTIONS", "PROPFIND", "FOO"]) {
      const { status } = await ask(`${method} /check/%`);
      expect([method, status]).toEqual([method, 400]);
    }
  });
});

describe("a method that an address does not know", () => {
  test.each([
    ["/", "GET, HEAD"],
    ["/signals", "GET, HEAD"],
    ["/signals/fcrdns", "GET, HEAD"],
    ["/check/203.0.113.10", "GET, HEAD"],
    ["/check", "GET, HEAD, POST"],
    ["/r/AAAAAAAAAAAAAAAAAAAAAA", "GET, HEAD"],
    ["/r/AAAAAAAAAAAAAAAAAAAAAA/cancel", "POST"],
    ["/r/AAAAAAAAAAAAAAAAAAAAAA.md", "GET, HEAD"],
    ["/badge/x.svg", "GET, HEAD"],
    ["/ip", "GET, HEAD"],
    ["/healthz", "GET, HEAD"],
    ["/robots.txt", "GET, HEAD"],
    ["/api/v1/checks", "POST"],
    ["/api/v1/reports/x", "GET, HEAD, DELETE, OPTIONS"],
    ["/_next/static/x.js", "GET, HEAD"],
    ["/nowhere", "GET, HEAD"],
  ])("at %s answers 405 with what it knows", async (path, allow) => {
    for (const method of ["TRACE", "PROPFIND", "MKCOL", "PUT", "PATCH", "QUERY", "FOO", "get"]) {
      const { status, headers } = await ask(`${method} ${path}`);
      expect([method, status, headers.allow]).toEqual([method, 405, allow]);
    }
  });

  test("is told to programs as a problem", async () => {
    const { headers, body } = await ask("GET /api/v1/checks");
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(body)).toMatchObject({ code: "method-not-allowed", status: 405 });
  });

  test("a body that comes with it is not waited for", async () => {
    const { status } = await ask("PUT /signals", ["Content-Length: 1000000"]);
    expect(status).toBe(405);
  });

  test("CONNECT opens no tunnel", async () => {
    expect(await ask("CONNECT evil.example:443")).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });

  test("an offer to speak another protocol is passed over", async () => {
    const upgrade = ["Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13"];
    expect((await ask("GET /healthz", [...upgrade, "Connection: upgrade"])).status).toBe(200);
  });
});

describe("a request line that names somebody else", () => {
  const authorities = [
    "http://evil.example",
    "https://evil.example:8443",
    "http://user@evil.example",
    "HTTP://evil.example",
  ];
  const slashes = ["/", "//", "///", "/\\", "\\", "/%5c", "/%2f", "/./", "/../"];
  const rests = ["evil.example", "evil.example/", "evil.example/..", "evil.example//x/", "@evil.example/"];

  test.each(["", ...authorities])("%s is never led off this site", async (authority) => {
    for (const slash of slashes)
      for (const rest of rests) {
        const line = `GET ${authority}${slash}${rest}`;
        const { status, headers } = await ask(line);
        expect([line, status >= 200 && status < 500]).toEqual([line, true]);
        for (const name of ["location", "refresh"]) {
          const to = headers[name]?.replace(/^\d+;\s*url=/i, "");
          if (to !== undefined) expect([line, new URL(to, service.url).origin]).toEqual([line, service.url]);
        }
      }
  });

  test("is answered as what it asks for here", async () => {
    const { status, body } = await ask("GET http://evil.example/signals");
    expect(status).toBe(200);
    expect(body).not.toContain("evil.example");
    expect((await ask("GET http://evil.example")).status).toBe(200);
    expect((await ask("GET http://evil.example?q=203.0.113.10")).status).toBe(200);
  });

  test("another spelling of an address leads to it, query and all", async () => {
    expect((await ask("GET //signals//fcrdns/?a=b")).headers.location).toBe("/signals/fcrdns?a=b");
  });
});

test("the framework's own addresses beside its files are not there", async () => {
  for (const path of ["/_next/image?url=%2Ficon.svg&w=64&q=75", "/_next/data/x.json", "/_next", "/api/v1/nowhere"])
    expect([path, (await ask(`GET ${path}`)).status]).toEqual([path, 404]);
});
