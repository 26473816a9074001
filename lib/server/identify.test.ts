import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { CLIENT, ORIGIN } from "../http/headers.ts";
import type { TrustedProxies } from "../service/env.ts";
import { identify } from "./identify.ts";

/** What the pages are told about a request from this peer with these headers. */
function told(headers: Record<string, string>, trustedProxies: TrustedProxies, publicUrl?: string) {
  const request = { headers: { ...headers }, socket: { remoteAddress: "127.0.0.1" } } as unknown as IncomingMessage;
  identify(request, { publicUrl, trustedProxies });
  return [request.headers[ORIGIN], request.headers[CLIENT]];
}
const nobody: TrustedProxies = { kind: "hops", hops: 0 };
const one: TrustedProxies = { kind: "hops", hops: 1 };
const proxied = { host: "inside:3000", "x-forwarded-host": "Example.com", "x-forwarded-proto": "https" };

test.each([
  ["the host that was asked for is the origin", { host: "example.com:3000" }, nobody, "http://example.com:3000"],
  ["IPv6 hosts, too", { host: "[2001:db8::1]:3000" }, nobody, "http://[2001:db8::1]:3000"],
  ["a stranger's forwarded host is not read", proxied, nobody, "http://inside:3000"],
  ["a trusted proxy's is", proxied, one, "https://example.com"],
  ["a host that could carry markup is not repeated", { host: 'x"><script>' }, nobody, "http://localhost"],
])("%s", (_, headers, trusted, origin) => {
  expect(told(headers, trusted)[0]).toBe(origin);
});

test("the operator's word beats all others", () => {
  expect(told(proxied, one, "https://nameplate.example")[0]).toBe("https://nameplate.example");
});

test("nobody outside can say who asks", () => {
  expect(told({ [CLIENT]: "198.51.100.1", [ORIGIN]: "http://evil.example" }, nobody)).toEqual([
    "http://localhost",
    "127.0.0.1",
  ]);
});
