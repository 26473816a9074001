import { describe, expect, test } from "vitest";
import { readTarget } from "./request-target.ts";

const kindOf = (method: string, target: string) => {
  const read = readTarget(method, target);
  return read.kind === "refused" ? read.status : read.kind === "elsewhere" ? read.location : read.kind;
};

describe("a request line", () => {
  test.each([
    ["/", "ok"],
    ["/check/203.0.113.10", "ok"],
    ["/check/2001:db8::1?from=example.com", "ok"],
    ["/?q=gr%C3%BC%C3%9Fe+x", "ok"],
    ["/r/..%2f..%2fetc", "ok"],
    ["/nowhere", "ok"],
    ["/_next/static/chunks/x.js", "ok"],
    ["http://evil.example/signals", "ok"],
    ["HTTPS://user@evil.example:81?q=x", "ok"],
    ["/check/%", 400],
    ["/check/%E0%A4%A", 400],
    ["/r/%ff", 400],
    ["/r/%ff.json", 400],
    ["/badge/%c0%af.svg", 400],
    ["/signals/%u0041", 400],
    ["/api/v1/targets/%zz/reports", 400],
    ["/?q=%", 400],
    ["/check/x?from=%ff", 400],
    ["/%ed%a0%80", 400],
    ["/\\evil.example", 400],
    ["/signals?x=\\", 400],
    ["/signals#x", 400],
    ["signals", 400],
    ["*", 400],
    ["mailto:x", 400],
    ["//evil.example/..", 404],
    ["//evil.example/%2e%2E/", 404],
    ["/signals/./fcrdns", 404],
    ["/_next/image?url=%2Ficon.svg&w=64&q=75", 404],
    ["/_next/data/x.json", 404],
    ["/api/v1/nowhere", "ok"],
    ["//evil.example", "/evil.example"],
    ["//evil.example/", "/evil.example"],
    ["///", "/"],
    ["http://evil.example//other.example/", "/other.example"],
    ["/signals/?a=//b", "/signals?a=//b"],
    ["/signals//fcrdns", "/signals/fcrdns"],
  ])("GET %s", (target, expected) => {
    expect(kindOf("GET", target)).toBe(expected);
  });

  test("leads nowhere but here, whatever is put together", () => {
    const pieces = ["/", "//", "\\", "http://", "evil.example", "..", ".", "%2f", "%5c", "?", "@", ":", "\t"];
    for (const a of pieces)
      for (const b of pieces)
        for (const c of pieces)
          for (const d of pieces) {
            const read = readTarget("GET", a + b + c + d);
            if (read.kind === "elsewhere")
              expect(new URL(read.location, "http://here.example").host).toBe("here.example");
            if (read.kind === "elsewhere") expect(read.location).toMatch(/^\/(?![/\\])/);
            if (read.kind === "ok") expect(read.url).toMatch(/^\/(?![/\\])/);
          }
  });

  test("programs are told in their own form", () => {
    const audience = (target: string) => {
      const read = readTarget("GET", target);
      return read.kind === "refused" && read.audience;
    };
    for (const target of ["/api/v1/reports/%", "//api/v1/%", "/badge/%.svg", "/r/%zz.json", "/api/v1/%"])
      expect([target, audience(target)]).toEqual([target, "programs"]);
    for (const target of ["/r/%", "/check/%.com", "/%"]) expect([target, audience(target)]).toEqual([target, "people"]);
  });
});

describe("methods", () => {
  test.each([
    ["TRACE", "/", "GET, HEAD"],
    ["PROPFIND", "/signals", "GET, HEAD"],
    ["FOO", "/r/x", "GET, HEAD"],
    ["POST", "/nowhere", "GET, HEAD"],
    ["GET", "/api/v1/checks", "POST"],
    ["PUT", "/bounce/read", "GET, HEAD, POST"],
    ["DELETE", "/check", "GET, HEAD, POST"],
    ["PUT", "/r/x.json", "GET, HEAD, DELETE, OPTIONS"],
    ["POST", "//signals/", "GET, HEAD"],
  ])("%s %s is told what can be done there", (method, target, allow) => {
    const read = readTarget(method, target);
    expect(read).toMatchObject({ kind: "refused", status: 405 });
    expect(read.kind === "refused" && read.allow?.join(", ")).toBe(allow);
  });

  test("OPTIONS is answered where no route does it", () => {
    expect(readTarget("OPTIONS", "/signals")).toEqual({ kind: "options", allow: ["GET", "HEAD", "OPTIONS"] });
    expect(readTarget("OPTIONS", "/api/v1/checks")).toEqual({ kind: "options", allow: ["POST", "OPTIONS"] });
    expect(readTarget("OPTIONS", "/api/v1/reports/x").kind).toBe("ok");
    expect(readTarget("OPTIONS", "*").kind).toBe("options");
  });

  test("the development server's own addresses are let through to it, and only there", () => {
    expect(readTarget("GET", "/__nextjs_source-map?x", { framework: true }).kind).toBe("ok");
    expect(readTarget("POST", "/__nextjs_original-stack-frames", { framework: true }).kind).toBe("ok");
    expect(kindOf("POST", "/__nextjs_original-stack-frames")).toBe(405);
  });
});
