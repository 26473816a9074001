import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicReport } from "../lib/checks/report/public-report.ts";
import { curlOf } from "../lib/http/api/curl.ts";
import { openApiDocument } from "../lib/http/api/openapi.ts";
import { OPERATIONS, type Operation } from "../lib/http/api/operations.ts";
import { parseLines } from "../lib/testing/ndjson.ts";
import { undeclared } from "./contract/declared.ts";
import { expectAnswered, expectDeclared, SCHEMAS } from "./contract/described.ts";
import { startOnStoredReports } from "./contract/fixtures.ts";
import { idOf, KINDS } from "./contract/kinds.ts";
import { postCheck, type Service } from "./service.ts";
import { SLOW } from "./targets.ts";

/*
 * What is said of the API is so: on its page, in the OpenAPI document, and in what it answers. Each way that each route
 * answers is held against its description by `contract`, which asks for them all.
 */

const NDJSON = "application/x-ndjson";
let service: Service;
beforeAll(async () => {
  service = await startOnStoredReports();
});
afterAll(() => service?.end());

test("the OpenAPI document is served, to pages elsewhere too", async () => {
  const response = await fetch(`${service.url}/api/v1/openapi.json`);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument(service.url))));
});

describe("what is answered is what is declared", () => {
  test.each(Object.keys(KINDS))("the report of a check: %s", async (kind) => {
    expectDeclared(await (await fetch(`${service.url}/r/${idOf(kind)}.json`)).json(), publicReport);
  });

  test("a field that nobody declared would be seen", async () => {
    const report = await (await fetch(`${service.url}/r/${idOf("spf-fail")}.json`)).json();
    const more = structuredClone(report);
    more.extra = 1;
    more.verdicts[0].extra = 1;
    more.sessions[0].tls.extra = 1;
    more.verdicts.find((one: { exhibit: { kind: string } | null }) => one.exhibit?.kind === "tree").exhibit.root.extra =
      1;
    const found = undeclared(more, SCHEMAS.Report ?? {}, SCHEMAS).map((path) => path.replace(/\[\d+\]/g, "[]"));
    const places = ["$.extra", "$.sessions[].tls.extra", "$.verdicts[].exhibit.root.extra", "$.verdicts[].extra"];
    expect(found.toSorted()).toEqual(places);
    const { id: _id, ...less } = report;
    expect(publicReport.safeParse(less).success).toBe(false);
  });
});

describe("every example on the page works as it is shown", () => {
  const shell = promisify(execFile);
  let page: string;
  beforeAll(async () => {
    const html = await (await fetch(`${service.url}/api`)).text();
    page = html
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&amp;", "&");
  });

  /** A report that an operation can be tried on, and its token. */
  async function reportFor({ id, path: at }: Operation): Promise<{ id: string; token: string }> {
    if (at.startsWith("/api/v1/watches/")) return watchOf();
    if (/\/logs?\/\{id\}/.test(at)) return keptTable();
    const [, kind] = /^\/api\/v1\/(plans|moves)\/\{id\}/.exec(at) ?? [];
    if (kind) {
      const start = OPERATIONS.find((one) => one.method === "post" && one.path === `/api/v1/${kind}`);
      const made = await fetch(`${service.url}/api/v1/${kind}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(start?.examples[0]?.body),
      });
      const { id: own } = (await made.json()) as { id: string };
      return { id: own, token: made.headers.get("nameplate-delete-token") ?? "" };
    }
    if (id !== "cancelCheck" && id !== "deleteReport") return { id: idOf("address-pass"), token: "" };
    const target = id === "cancelCheck" ? SLOW : "no-such-host.example.com";
    const prefer = id === "cancelCheck" ? { prefer: "respond-async" } : {};
    const response = await postCheck(service.url, { target, helo: `${id.toLowerCase()}.example.com` }, prefer);
    const report = (await response.json()) as { id: string };
    return { id: report.id, token: response.headers.get("nameplate-delete-token") ?? "" };
  }

  /** The same for a pool. What is cancelled has to run: a blocklist that answers late makes it take its time. */
  async function poolFor({ id }: Operation): Promise<{ id: string; token: string; other: string }> {
    const targets = id === "cancelPool" ? ["203.0.113.0/24"] : ["203.0.113.140-141"];
    const start = async () => {
      const response = await fetch(`${service.url}/api/v1/pools`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ targets }),
      });
      const pool = (await response.json()) as { id: string };
      return { id: pool.id, token: response.headers.get("nameplate-delete-token") ?? "" };
    };
    const one = await start();
    // Two may run at once.
    if (id !== "cancelPool")
      await (await fetch(`${service.url}/api/v1/pools/${one.id}`, { headers: { accept: NDJSON } })).text();
    return { ...one, other: one.id };
  }
  /** A mail address that nobody has sent to. */
  async function madeListen(): Promise<string> {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${service.url}/api/v1/listens`, { method: "POST", body: "{}", headers });
    return ((await response.json()) as { id: string }).id;
  }
  /** The table of a log. */
  async function keptTable(): Promise<{ id: string; token: string }> {
    const bounces = OPERATIONS.find(({ id }) => id === "readBounce");
    const response = await fetch(`${service.url}/api/v1/bounces`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(bounces?.examples.find(({ title }) => title.includes("keep"))?.body),
    });
    const { table } = (await response.json()) as { table: { id: string } };
    return { id: table.id, token: response.headers.get("nameplate-delete-token") ?? "" };
  }
  /** A watch likewise. */
  async function watchOf(): Promise<{ id: string; token: string }> {
    const response = await fetch(`${service.url}/api/v1/watches`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ target: "203.0.113.20", until: "ptr" }),
    });
    const { id } = (await response.json()) as { id: string };
    return { id, token: response.headers.get("nameplate-delete-token") ?? "" };
  }

  const examples = OPERATIONS.flatMap((operation) =>
    operation.examples.map((example) => [example.title, operation, example] as const),
  );
  test.each(examples)("%s", async (_, operation, example) => {
    const command = curlOf(service.url, operation, example);
    expect(page).toContain(command);
    const isPool = /\/pools?\/\{id\}/.test(operation.path);
    const { id, token, other } = isPool ? await poolFor(operation) : { ...(await reportFor(operation)), other: "" };
    const listen = command.includes("<listen>") ? await madeListen() : "";
    const filled = command
      .replace(/<(id|plan|move)>/, id)
      .replace("<token>", token)
      .replace("<other>", other)
      .replace("<listen>", listen);
    const run = `${filled} -w '\\n%{http_code} %{content_type}'`;
    const { stdout } = await shell("sh", ["-c", run]);
    const [text = "", last = ""] = splitLast(stdout);
    const [code = "", ...type] = last.split(" ");
    expect([code, text.slice(0, 300)]).toEqual([String(example.status), expect.any(String)]);
    const media = type.join(" ");
    const body = media.includes("ndjson") ? parseLines(text) : media.includes("json") ? JSON.parse(text) : text;
    expectAnswered(operation, Number(code), media, body);
  });
});

/** The last line of a text, and what is before it. */
function splitLast(text: string): readonly [string, string] {
  const end = text.lastIndexOf("\n");
  return [text.slice(0, end), text.slice(end + 1)];
}
