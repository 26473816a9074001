import { describe, expect, test } from "vitest";
import { deletePages } from "./delete-pages.ts";

const TOKEN = "AbCdEfGhIjKlMnOpQrStUv";
const FORBIDDEN =
  "A table can only be deleted with the browser that kept it, or by the link that this browser can show.";

describe("the pages that delete a table", () => {
  const removed: string[] = [];
  const { GET, POST } = deletePages({
    ...{ path: "log", noun: "table", made: "kept" },
    read: async (id) => (id === "some-id" ? { kind: "log" } : { kind: "gone", why: "deleted" }),
    remove: async (id, token) => {
      if (token !== TOKEN) return "forbidden";
      removed.push(id);
      return "removed";
    },
  });
  const URL = "http://localhost:3000/log/some-id/delete";
  const headers = { host: "localhost:3000", origin: "http://localhost:3000" };
  const asked = (query: string, id = "some-id") =>
    GET(new Request(URL + query, { headers }), { params: Promise.resolve({ id }) });
  const sent = (token: string) =>
    POST(new Request(URL, { method: "POST", headers, body: new URLSearchParams({ token }) }), {
      params: Promise.resolve({ id: "some-id" }),
    });

  test("ask before it is done", async () => {
    const page = await (await asked(`?token=${TOKEN}`)).text();
    for (const part of ["Delete this table? Its link", "<button>Delete this table for good", 'href="/log/some-id"'])
      expect(page).toContain(part);
  });

  test("refuse whoever did not keep it", async () => {
    for (const page of [await asked(""), await sent(`${TOKEN.slice(1)}x`), await sent("")])
      expect([page.status, (await page.text()).includes(FORBIDDEN)]).toEqual([403, true]);
    expect(removed).toEqual([]);
  });

  test("say so where it is gone", async () => {
    expect((await asked(`?token=${TOKEN}`, "another")).status).toBe(410);
  });

  test("delete it, and lead to its page", async () => {
    const response = await sent(TOKEN);
    expect([response.status, response.headers.get("location"), removed]).toEqual([303, "/log/some-id", ["some-id"]]);
  });
});
