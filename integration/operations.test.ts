import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../lib/testing/free-port.ts";
import { LISTENS, postCheck, type Service, startService } from "./service.ts";
import { COHERENT, SILENT } from "./targets.ts";

const HEADERS = [
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "cross-origin-resource-policy",
];

/** Sends bytes, one for each character; gives what comes back until the other side closes. */
function raw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "localhost", () => socket.write(bytes, "latin1"));
    let said = "";
    socket.on("data", (chunk) => {
      said += chunk;
    });
    socket.on("close", () => resolve(said));
    socket.on("error", reject);
  });
}

describe("a service with a public address", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService({
      ...LISTENS,
      PUBLIC_URL: "https://nameplate.example",
      MAX_CHECKS: "1",
      MAX_WAITING: "0",
    });
  });
  afterAll(() => service?.end("SIGKILL"));

  test("says that it is ready, and what of", async () => {
    const response = await fetch(`${service.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        status: "ready",
        checks: { store: "ok", resolvers: "ok", port25: expect.stringMatching(/^(works|unknown)$/), queue: "ok" },
      },
    ]);
  });

  test("counts what it does", async () => {
    await (await postCheck(service.url, { target: COHERENT })).text();
    const response = await fetch(`${service.url}/metrics`);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    const text = await response.text();
    for (const line of [
      /^nameplate_checks_total\{ended="complete"\} [1-9]/m,
      /^nameplate_dns_lookups_total\{rcode="\w+",server="[^"]+"\} [1-9]/m,
      /^nameplate_smtp_sessions_total\{result="open"\} [1-9]/m,
      /^nameplate_stage_seconds_count\{stage="dns"\} [1-9]/m,
      /^nameplate_checks_running 0$/m,
      /^nameplate_checks_waiting 0$/m,
    ])
      expect(text).toMatch(line);
    // Not a word of what was looked at.
    expect(text).not.toContain(COHERENT);
  });

  test("every answer carries its headers, those to what is no HTTP included", async () => {
    for (const path of ["/", "/healthz", "/nowhere", "/api/v1/reports/x", "/badge/x.svg", "/check/%ff"]) {
      const { headers } = await fetch(service.url + path);
      for (const name of HEADERS) expect([path, name, headers.has(name)]).toEqual([path, name, true]);
      expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
    }
    const embedded = await fetch(`${service.url}/badge/${COHERENT}.svg`);
    expect(embedded.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });

  const OWN = "Host: nameplate.example";
  const UPLOAD = [OWN, "Content-Type: application/json"];
  const head = (...lines: readonly string[]) => [...lines, "", ""].join("\r\n");
  test.each([
    ["no HTTP", head("NONSENSE"), 400],
    ["another protocol", "EHLO x\r\n", 400],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
    ["HTTP/2 without asking", head("PRI * HTTP/2.0", "", "SM"), 400],
    ["an unknown method", head("BREW / HTTP/1.1", OWN), 405],
    ["TRACE", head("TRACE / HTTP/1.1", OWN, "Connection: close"), 405],
    ["CONNECT", head("CONNECT x:1 HTTP/1.1", "Host: x"), 405],
    ["no host", head("GET / HTTP/1.1", "Connection: close"), 400],
    ["two hosts", head("GET / HTTP/1.1", OWN, "Host: evil.example", "Connection: close"), 400],
    ["the same host twice", head("GET /healthz HTTP/1.1", OWN, OWN, "Connection: close"), 400],
    ["a port that is none", head("GET / HTTP/1.1", "Host: nameplate.example:99999", "Connection: close"), 421],
    ["a host that is none", head("GET / HTTP/1.1", "Host: [::::]", "Connection: close"), 421],
    ["HTTP/1.0 without a host", head("GET / HTTP/1.0"), 421],
    ["HTTP/1.0", head("GET /signals HTTP/1.0", OWN), 200],
    ["an endless query", head(`GET /?q=${"a".repeat(60_000)} HTTP/1.1`, OWN), 431],
    ["thousands of fields", head("GET / HTTP/1.1", OWN, ...Array(3_000).fill("x: 1")), 431],
    ["a folded field", head("GET / HTTP/1.1", OWN, "X: a\r\n b"), 400],
    ["two lengths", `${head("POST /check HTTP/1.1", OWN, "Content-Length: 5", "Content-Length: 6")}abcde`, 400],
    ["a length and chunks", head("POST /check HTTP/1.1", OWN, "Content-Length: 5", "Transfer-Encoding: chunked"), 400],
    ["a chunk that is none", `${head("POST /check HTTP/1.1", OWN, "Transfer-Encoding: chunked")}zz\r\n`, 400],
    [
      "a chunk with an endless extension",
      `${head("POST /api/v1/checks HTTP/1.1", ...UPLOAD, "Transfer-Encoding: chunked")}1;${"x".repeat(20_000)}`,
      413,
    ],
    ["too much, by its own word", head("POST /api/v1/checks HTTP/1.1", ...UPLOAD, "Content-Length: 99999999"), 413],
    ["too much, on a form", head("POST /check HTTP/1.1", OWN, "Content-Length: 99999999"), 413],
    ["an expectation", head("POST /api/v1/checks HTTP/1.1", ...UPLOAD, "Content-Length: 2", "Expect: 200-ok"), 417],
    [
      "a part of a file that has none",
      head("GET /icon.svg HTTP/1.1", OWN, "Range: bytes=9999-", "Connection: close"),
      200,
    ],
    ["a file in another state", head("GET /icon.svg HTTP/1.1", OWN, 'If-Match: "x"', "Connection: close"), 200],
  ])("%s is answered as it has to be, and with all headers", async (_, bytes, status) => {
    const said = (await raw(service.url, bytes)).toLowerCase();
    expect(Number(said.split(" ")[1])).toBe(status);
    for (const name of [...HEADERS, "strict-transport-security"]) expect(said).toContain(`\r\n${name}: `);
  });

  test("requests that come at once are answered one after the other", async () => {
    const said = await raw(
      service.url,
      `${head("GET /% HTTP/1.1", OWN)}${head("GET /healthz HTTP/1.1", OWN)}${head("GET /ip HTTP/1.1", OWN, "Connection: close")}`,
    );
    expect([...said.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(["400", "200", "200"]);
  });

  test("another name than its own is refused, but for those who ask how it is", async () => {
    const status = async (path: string, host: string) =>
      (await raw(service.url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).split(" ")[1];
    expect(await status("/", "evil.example")).toBe("421");
    expect(await status("/api/v1/reports/x", "evil.example")).toBe("421");
    expect(await status("/", "nameplate.example")).toBe("200");
    expect(await status("/", "localhost")).toBe("200");
    for (const path of ["/healthz", "/readyz", "/metrics"]) expect(await status(path, "10.0.0.7:3000")).toBe("200");
  });

  test("an upload that breaks off is no fault of ours", async () => {
    let said = "";
    for (const output of [service.child.stdout, service.child.stderr])
      output?.on("data", (chunk) => {
        said += chunk;
      });
    for (const path of ["/api/v1/checks", "/check", "/bounce/read"]) {
      const socket = connect(Number(new URL(service.url).port), "localhost");
      await new Promise((resolve) => socket.once("connect", resolve));
      const type = path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 1000\r\n\r\n{"tar`,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      socket.destroy();
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
    expect(said).toBe("");
  });

  test("where there is no room, a check is turned away at once, and pages are served", async () => {
    const page = `${service.url}/r/${((await (await postCheck(service.url, { target: COHERENT })).json()) as { id: string }).id}`;
    const slow = await postCheck(service.url, { target: SILENT }, { prefer: "respond-async" });
    expect(slow.status).toBe(202);
    const refused = await postCheck(service.url, { target: SILENT, helo: "b.example.com" });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await refused.json()).toMatchObject({ code: "full" });
    const form = await fetch(`${service.url}/check`, {
      method: "POST",
      body: new URLSearchParams({ target: COHERENT }),
    });
    expect([form.status, form.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503);
    expect((await fetch(page)).status).toBe(200);
  });

  test("the page of a target is kept for as long as it says the same", async () => {
    const how = async () => {
      const response = await fetch(`${service.url}/check/${COHERENT}`);
      const text = await response.text();
      return { how: response.headers.get("x-nameplate-cache"), text };
    };
    await how();
    const again = await how();
    expect(again.how).toBe("hit");
    expect(again.text).toContain("Its permanent link is");
    expect((await fetch(`${service.url}/r/x`)).status).toBe(404);
  });

  test("caches in front may keep a finished report for a minute", async () => {
    const { reports } = (await (await fetch(`${service.url}/api/v1/targets/${COHERENT}/reports`)).json()) as {
      reports: { id: string }[];
    };
    const response = await fetch(`${service.url}/r/${reports[0]?.id}`);
    expect(response.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=60");
  });
});

test("an instance that does jobs only answers how it is, and nothing else", async () => {
  const port = await freePort();
  const service = await startService({ ROLE: "work", PORT: String(port) });
  const url = `http://localhost:${port}`;
  for (const path of ["/healthz", "/readyz", "/metrics"])
    expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  for (const path of ["/", "/check", "/api/v1/checks", "/signals"]) expect((await fetch(url + path)).status).toBe(404);
  for (const bytes of ["NONSENSE\r\n\r\n", "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"]) {
    const said = (await raw(url, bytes)).toLowerCase();
    for (const name of HEADERS) expect(said).toContain(`\r\n${name}: `);
  }
  expect(await service.end()).toBe(0);
});
