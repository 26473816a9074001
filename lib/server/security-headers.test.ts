import { expect, test } from "vitest";
import { POLICY, policyOf, securityHeaders } from "./security-headers.ts";

test("a kept page's policy names its inline scripts by what stands in them, each once", () => {
  const html =
    '<script src="/a.js" async=""></script><script>alert(1)</script><script id="x">alert(1)</script><SCRIPT>\nß </SCRIPT>';
  const [, scripts] = /script-src ([^;]*)/.exec(policyOf(html)) ?? [];
  // Checked with: printf 'alert(1)' | openssl dgst -sha256 -binary | base64
  expect(scripts?.split(" ")).toEqual([
    "'self'",
    "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
    expect.stringMatching(/^'sha256-[A-Za-z0-9+/]{43}='$/),
  ]);
});

test("a page without scripts of its own allows none", () => {
  expect(policyOf("<p>text</p>")).toMatch(/script-src 'self';/);
});

test("a page that is made for one reader has a nonce, a new one each time", () => {
  const nonces = [1, 2].map(() => /'nonce-([^']+)'/.exec(securityHeaders("/")[POLICY] ?? "")?.[1]);
  expect(new Set(nonces).size).toBe(2);
  expect(securityHeaders("/")[POLICY]).not.toMatch(/script-src[^;]*unsafe/);
  expect(securityHeaders("/", { dev: true })[POLICY]).toMatch(/script-src[^;]*'nonce-[^;]*'unsafe-eval'/);
});

test("no search engine lists what only those should see who have its link", () => {
  for (const path of ["/r/x", "/pool/x", "/pool/x/compare/y", "/check/203.0.113.10", "/compare/x/y"])
    expect(securityHeaders(path)["x-robots-tag"]).toBe("noindex, nofollow");
  for (const path of ["/", "/pool", "/bounce"]) expect(securityHeaders(path)["x-robots-tag"]).toBeUndefined();
});

test("what is no page runs nothing", () => {
  for (const path of ["/api/v1/checks", "/badge/x.svg", "/r/x.json", "/r/x/card", "/pool/x.csv", "/pool/x/markdown"])
    expect(securityHeaders(path, { dev: true })[POLICY]).toBe("default-src 'none'; frame-ancestors 'none'");
});
