import { expect, onTestFinished, test } from "vitest";
import { shared } from "../service/shared.ts";
import { ORIGIN } from "./headers.ts";
import { makerCookie, makerCookieIn, makerTokenIn } from "./maker-token.ts";

test.each<[string, Record<string, string>, string | undefined]>([
  ["a bearer token", { authorization: "Bearer abc-_1" }, "abc-_1"],
  ["in another case", { authorization: "bearer  abc" }, "abc"],
  ["the field by which it was handed out", { "nameplate-delete-token": "abc" }, "abc"],
  ["both: the bearer token", { authorization: "Bearer abc", "nameplate-delete-token": "def" }, "abc"],
  ["another scheme", { authorization: "Basic abc" }, undefined],
  ["what is no token", { "nameplate-delete-token": "a b" }, undefined],
  ["nothing", {}, undefined],
])("a program's token: %s", (_, fields, token) => {
  expect(makerTokenIn(new Headers(fields))).toBe(token);
});

/** As `server.ts` hands on a request that came to that origin. */
const asked = (origin: string) => new Request(origin, { headers: { [ORIGIN]: origin } });

test("a browser's token comes back below the page that it is for", () => {
  const fronted = shared("fronted", () => ({ on: false }));
  fronted.on = true;
  onTestFinished(() => {
    fronted.on = false;
  });
  const cookie = makerCookie(asked("https://np.example"), "/pool/x", "abc");
  expect(cookie).toMatch(/; Path=\/pool\/x\/;.*; HttpOnly; SameSite=Strict; Secure$/);
  expect(makerCookie(asked("http://np.example"), "/pool/x", "abc")).toBe(cookie.replace("; Secure", ""));
  expect(makerCookieIn(new Headers({ cookie: `a=b; ${cookie.split(";")[0]}` }))).toBe("abc");
  expect(makerCookieIn(new Headers({ cookie: "xdelete-token=abc" }))).toBeUndefined();
});
