import { describe, expect, test } from "vitest";
import { askMaker, makerOf } from "./maker-page.ts";

const TOKEN = "AbCdEfGhIjKlMnOpQrStUv";
const URL = "http://localhost:3000/r/some-id/delete";
const asked = (query = "", cookie = "") =>
  askMaker(new Request(URL + query, { headers: { host: "localhost:3000", cookie } }), {
    page: { href: "/r/some-id", text: "Back to the report" },
    act: "delete",
    button: "Delete it for good",
    question: "Delete it?",
    ours: "This browser made it.",
    forbidden: new Response("not yours", { status: 403 }),
  });
const KEEP = `${URL}?token=${TOKEN}`;
const FIELD = `<input type="hidden" name="token" value="${TOKEN}">`;

describe("before something is deleted", () => {
  test("the browser that made it gets the button, and the link for others", async () => {
    const page = await asked("", `delete-token=${TOKEN}`).text();
    for (const part of [
      "This browser made it. So can anyone with this link",
      KEEP,
      FIELD,
      'action="/r/some-id/delete"',
    ])
      expect(page).toContain(part);
  });

  test("whoever has the link is asked, and not told it again", async () => {
    const page = await asked(`?token=${TOKEN}`).text();
    expect(page).toContain("<h1>Delete it?</h1>");
    expect(page).toContain(FIELD);
    expect(page).not.toContain(KEEP);
  });

  test.each([
    ["nobody's browser", "", ""],
    ["a link cut short", `?token=${TOKEN.slice(1)}`, ""],
    ["another cookie", "", `token=${TOKEN}`],
  ])("%s is refused", async (_, query, cookie) => {
    const response = asked(query, cookie);
    expect([response.status, await response.text()]).toEqual([403, "not yours"]);
  });
});

describe("the token of a form", () => {
  const sent = (headers: Record<string, string>, fields = "") =>
    makerOf(
      new Request(URL, { method: "POST", headers: { host: "localhost:3000", ...headers } }),
      new URLSearchParams(fields),
    );
  const here = { origin: "http://localhost:3000" };

  test.each([
    ["in its field", here, `token=${TOKEN}`, TOKEN],
    ["in the browser's cookie", { ...here, cookie: `delete-token=${TOKEN}` }, "", TOKEN],
    ["nowhere", here, "", undefined],
    ["on another site's page", { origin: "https://elsewhere.example" }, `token=${TOKEN}`, undefined],
    ["cross-site with a cookie", { "sec-fetch-site": "cross-site", cookie: `delete-token=${TOKEN}` }, "", undefined],
  ])("%s", (_, headers, fields, token) => {
    expect(sent(headers, fields)).toBe(token);
  });
});
