import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../lib/testing/free-port.ts";
import { eventually, newDataDir, postCheck } from "./service.ts";

const ROOT = join(import.meta.dirname, "..");

// The framework's own way of starting, without server.ts in front.
let child: ChildProcess;
let url: string;
beforeAll(async () => {
  const env = {
    ...process.env,
    DATA_DIR: newDataDir(),
    CHECKS_PER_MINUTE: "2",
    RESOLVERS: "127.0.0.1:9",
    ALLOW_TARGETS: "203.0.113.0/24",
  };
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  // A port that was free a moment ago can be somebody else's by now.
  for (let tries = 0; tries < 3; tries++) {
    const port = await freePort();
    url = `http://localhost:${port}`;
    child = spawn(process.execPath, [next, "start", "-p", String(port)], {
      cwd: ROOT,
      env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: "ignore",
    });
    const hasEnded = () => child.exitCode !== null;
    await eventually(async () => hasEnded() || (await fetch(`${url}/healthz`).catch(() => undefined)));
    if (!hasEnded()) return;
  }
  throw new Error("next start ended before it answered");
});
afterAll(async () => {
  const ended = new Promise((resolve) => child?.once("exit", resolve));
  if (child?.kill()) await ended;
});

test("every answer carries its security headers there, too", async () => {
  for (const path of ["/", "/signals/fcrdns", "/healthz", "/api/v1/reports/x", "/nowhere"]) {
    const { headers } = await fetch(url + path);
    expect([path, headers.get("content-security-policy")]).toEqual([path, expect.stringMatching(/default-src 'none'/)]);
    expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
    for (const [name, value] of [
      ["x-content-type-options", "nosniff"],
      ["referrer-policy", "same-origin"],
      ["cross-origin-opener-policy", "same-origin"],
    ] as const)
      expect([path, name, headers.get(name)]).toEqual([path, name, value]);
  }
});

test("inline scripts carry the nonce of the policy, a new one for each reader", async () => {
  const nonces = new Set<string>();
  for (let i = 0; i < 2; i++) {
    const response = await fetch(`${url}/signals`);
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";
    // The page script is a file of ours like others, which the policy allows by where it is.
    const scripts = (await response.text()).match(/<script\b(?![^>]*\sdata-page-script\b)[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(response.headers.get("cache-control")).toMatch(/no-store/);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

test("no header that a reader sends names who asks, or where links begin", async () => {
  const claimed = {
    "x-forwarded-for": "198.51.100.1",
    "x-real-ip": "198.51.100.1",
    forwarded: "for=198.51.100.1",
    "x-nameplate-client": "198.51.100.1",
    "x-nameplate-origin": "http://evil.example",
    "x-nameplate-request": "1",
    "x-forwarded-host": "evil.example",
  };
  expect(await (await fetch(`${url}/ip`, { headers: claimed })).text()).toBe("unknown\n");
  expect(await (await fetch(`${url}/api`, { headers: claimed })).text()).not.toContain("evil.example");
});

test("all readers share one allowance", async () => {
  const from = (address: string) =>
    postCheck(
      url,
      { target: "203.0.113.10" },
      { "x-forwarded-for": address, "x-nameplate-client": address, prefer: "respond-async" },
    );
  const statuses: number[] = [];
  for (let i = 1; i <= 3; i++) statuses.push((await from(`198.51.${i}.1`)).status);
  expect(statuses.at(-1)).toBe(429);
});

test("methods and addresses are refused there, too", async () => {
  const refused = await fetch(`${url}/signals`, { method: "DELETE" });
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  for (const path of ["/check/%ff", "/signals/%zz", "/api/v1/targets/%/reports"])
    expect([path, (await fetch(url + path)).status]).toEqual([path, 400]);
});
