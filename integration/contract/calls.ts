import { AS_LINES, parseLines } from "../../lib/testing/ndjson.ts";
import { type Service, startService } from "../service.ts";
import type { Answer } from "./fixtures.ts";
import { idOf, KINDS } from "./kinds.ts";
import { storedId } from "./stored.ts";

export type Call = (service: Service) => Promise<Answer>;

/** What programs read beside the body. */
const HEADERS = [
  "content-type",
  "location",
  "retry-after",
  "ratelimit-policy",
  "preference-applied",
  "access-control-allow-origin",
  "access-control-allow-methods",
];

async function answerOf(method: string, response: Response): Promise<Answer> {
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  const body = type.includes("ndjson") ? parseLines(text) : type.includes("json") ? JSON.parse(text) : text;
  const headers = HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  const asked = { method, path: new URL(response.url).pathname };
  return { asked, status: response.status, headers: Object.fromEntries(headers), body };
}

const get =
  (path: string, headers: Record<string, string> = {}): Call =>
  async ({ url }) =>
    answerOf("get", await fetch(url + path, { headers, redirect: "manual" }));

const post =
  (path: string, body: unknown, headers: Record<string, string> = {}): Call =>
  async ({ url }) =>
    answerOf(
      "post",
      await fetch(url + path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );

const remove =
  (id: string, token: string): Call =>
  async ({ url }) =>
    answerOf(
      "delete",
      await fetch(`${url}/api/v1/reports/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${token}` } }),
    );

/** A check that takes some seconds, under an option of its own so that it joins no other. */
const slow = (helo: string): Record<string, string> => ({ target: "203.0.113.83", helo });

/** Starts a slow check, then does something to it. */
const started =
  (helo: string, then: (id: string) => Call, times = 1): Call =>
  async (service) => {
    let id = "";
    for (let i = 0; i < times; i++) {
      const answer = await post("/api/v1/checks", slow(helo), { prefer: "respond-async" })(service);
      id = (answer.body as { id: string }).id;
    }
    return then(id)(service);
  };

const BOUNCE = "550-5.7.25 [203.0.113.20] The IP address sending this message does not have a PTR record setup.";
const HEADERS_TEXT =
  "Received: from mail.example.com (unknown [203.0.113.10]) by mx.b.example (Postfix) with ESMTPS id 4A\n" +
  "Authentication-Results: mx.b.example; spf=softfail smtp.mailfrom=zaphod.beeble@example.com\n" +
  "From: Zaphod Beeble <zaphod.beeble@example.com>";

const stored = Object.entries(KINDS).flatMap(([kind, { answered }]): [string, Call][] =>
  answered ? [[`report-${kind}`, get(`/api/v1/reports/${idOf(kind)}`)]] : [],
);

/** Every API route with each way it answers. Calls are added, never changed or removed. */
export const CALLS: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(stored),
  "report-dotted": get(`/r/${idOf("host-nowhere")}.json`),
  "report-stream": get(`/api/v1/reports/${idOf("domain-null-mx")}`, AS_LINES),
  "report-unknown": get("/api/v1/reports/AAAAAAAAAAAAAAAAAAAAAA"),
  "report-stream-unknown": get("/api/v1/reports/AAAAAAAAAAAAAAAAAAAAAA", AS_LINES),
  "check-201": post("/api/v1/checks", { target: "203.0.113.25", from: "example.com", selectors: ["s2026"] }),
  "check-202": post("/api/v1/checks", slow("a.example.com"), { prefer: "respond-async" }),
  "check-stream": post("/api/v1/checks", { target: "domain:mx-dangling.example.org" }, AS_LINES),
  "check-nothing": post("/api/v1/checks", {}),
  "check-no-json": post("/api/v1/checks", "{"),
  "check-unknown-field": post("/api/v1/checks", { target: "203.0.113.10", verbose: true }),
  "check-wrong-type": post("/api/v1/checks", { target: 7 }),
  "check-private": post("/api/v1/checks", { target: "10.1.2.3" }),
  "check-bad-options": post("/api/v1/checks", { target: "203.0.113.10", from: "not a domain", helo: "x y" }),
  "check-cross-site": post("/api/v1/checks", { target: "203.0.113.10" }, { "sec-fetch-site": "cross-site" }),
  "check-not-json-type": post("/api/v1/checks", "target=203.0.113.10", {
    "content-type": "application/x-www-form-urlencoded",
  }),
  "check-too-large": post("/api/v1/checks", "x".repeat(100_000)),
  "cancel-200": started("b.example.com", (id) => post(`/api/v1/reports/${id}/cancel`, undefined)),
  "cancel-others-wait": started("c.example.com", (id) => post(`/api/v1/reports/${id}/cancel`, undefined), 2),
  "cancel-not-running": post(`/api/v1/reports/${idOf("address-pass")}/cancel`, undefined),
  "cancel-unknown": post("/api/v1/reports/AAAAAAAAAAAAAAAAAAAAAA/cancel", undefined),
  "delete-forbidden": remove(idOf("port25-closed"), "AAAAAAAAAAAAAAAAAAAAAA"),
  "delete-204": remove(idOf("port25-closed"), "contract-delete-tokenA"),
  "delete-gone": remove(idOf("port25-closed"), "contract-delete-tokenA"),
  "report-gone": get(`/api/v1/reports/${idOf("port25-closed")}`),
  "target-reports": get("/api/v1/targets/203.0.113.12/reports"),
  "target-none": get("/api/v1/targets/203.0.113.99/reports"),
  "target-invalid": get("/api/v1/targets/10.0.0.1/reports"),
  "bounce-200": post("/api/v1/bounces", { text: BOUNCE }),
  "bounce-201": post("/api/v1/bounces", { text: BOUNCE, check: true }),
  "bounce-headers-200": post("/api/v1/bounces", { text: HEADERS_TEXT }),
  "bounce-headers-201": post("/api/v1/bounces", { text: HEADERS_TEXT, check: true }),
  "bounce-names-nothing": post("/api/v1/bounces", { text: "hello", check: true }),
  "bounce-empty": post("/api/v1/bounces", { text: "" }),
  "bounce-not-json-type": post("/api/v1/bounces", BOUNCE, { "content-type": "text/plain" }),
  "pool-stored": get(`/api/v1/pools/${storedId("pool")}`),
  "pool-file": get(`/pool/${storedId("pool")}.json`),
  "pool-stream": get(`/api/v1/pools/${storedId("pool")}`, AS_LINES),
  "pool-compared": get(`/api/v1/pools/${storedId("pool")}/compare/${storedId("pool")}`),
  "pool-202": post("/api/v1/pools", { text: "203.0.113.140\nno such thing" }),
  "pool-nothing": post("/api/v1/pools", { targets: ["10.0.0.1"] }),
  "pool-cancel-over": post(`/api/v1/pools/${storedId("pool")}/cancel`, undefined),
  "pool-unknown": get("/api/v1/pools/AAAAAAAAAAAAAAAAAAAAAA"),
  "plan-stored": get(`/api/v1/plans/${storedId("plan")}`),
  "plan-202": post("/api/v1/plans", { from: "shop.example.org", addresses: ["203.0.113.240"] }),
  "plan-nothing": post("/api/v1/plans", { addresses: ["10.0.0.1"] }),
  "plan-unknown": get("/api/v1/plans/AAAAAAAAAAAAAAAAAAAAAA"),
  "move-stored": get(`/api/v1/moves/${storedId("move")}`),
  "move-202": post("/api/v1/moves", { before: ["203.0.113.241"], after: ["203.0.113.242"] }),
  "move-nothing": post("/api/v1/moves", { before: ["203.0.113.241"], after: [] }),
  "watch-stored": get(`/api/v1/watches/${storedId("watch")}`),
  "watch-201": post("/api/v1/watches", { target: "203.0.113.20", until: "ptr" }),
  "watch-nothing": post("/api/v1/watches", { target: "10.0.0.1", until: "ptr" }),
  "watch-unknown": get("/api/v1/watches/AAAAAAAAAAAAAAAAAAAAAA"),
  "listen-stored": get(`/api/v1/listens/${storedId("listen")}`),
  "listen-201": post("/api/v1/listens", { expect: { address: "203.0.113.20" } }),
  "listen-unknown": get("/api/v1/listens/AAAAAAAAAAAAAAAAAAAAAA"),
  "log-stored": get(`/api/v1/logs/${storedId("log")}`),
  "log-kept-201": post("/api/v1/bounces", { text: BOUNCE, keep: true }),
  "log-keep-and-check": post("/api/v1/bounces", { text: BOUNCE, keep: true, check: true }),
  "log-unknown": get("/api/v1/logs/AAAAAAAAAAAAAAAAAAAAAA"),
  healthz: get("/healthz"),
  preflight: async ({ url }) =>
    answerOf("options", await fetch(`${url}/api/v1/reports/${idOf("address-pass")}`, { method: "OPTIONS" })),
  "check-too-fast": async () => {
    const service = await startService({ CHECKS_PER_MINUTE: "1" });
    try {
      await post("/api/v1/checks", { target: "no-such-host.example.com" })(service);
      return await post("/api/v1/checks", { target: "no-such-host.example.com" })(service);
    } finally {
      await service.end();
    }
  },
};
