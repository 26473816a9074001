import { expect, test } from "vitest";
import { bookmarklet, formSnippet } from "./snippets.ts";

const ORIGIN = "https://nameplate.example";

/** Runs a bookmarklet on a page with this selection; gives what it opens. */
function pressed(selection: string, hostname: string): string[] {
  const opened: string[][] = [];
  const script = bookmarklet(ORIGIN).replace(/^javascript:/, "");
  new Function("getSelection", "location", "open", script)(
    () => selection,
    { hostname },
    (...args: string[]) => opened.push(args),
  );
  expect(opened).toHaveLength(1);
  return opened[0] ?? [];
}

test.each([
  ["an address", "203.0.113.20", "203.0.113.20"],
  ["spaces around it", "  203.0.113.20\n", "203.0.113.20"],
  ["what has a meaning in URLs", "a&b=c#d?e%+", "a&b=c#d?e%+"],
  ["quotes and markup", `'"><script>`, `'"><script>`],
  ["nothing", "", "www.example.com"],
])("a bookmarklet takes %s along", (_, selection, taken) => {
  const [url = "", target, features] = pressed(selection, "www.example.com");
  expect([new URL(url).origin, new URL(url).pathname, [...new URL(url).searchParams]]).toEqual([
    ORIGIN,
    "/",
    [["q", taken]],
  ]);
  expect([target, features]).toEqual(["_blank", "noopener"]);
});

test("a bookmarklet takes no more than a link carries, and is one line", () => {
  expect(pressed("x".repeat(100_000), "www.example.com")[0]?.length).toBeLessThan(500);
  expect(bookmarklet(ORIGIN)).not.toMatch(/[\n"<]/);
});

test("the form posts to us, and loads and runs nothing", () => {
  const form = formSnippet(ORIGIN);
  expect(form).toContain(`action="${ORIGIN}/ask" method="post"`);
  expect(form).not.toMatch(/<(script|iframe|img|link|style)|\son\w+=|javascript:/i);
});
