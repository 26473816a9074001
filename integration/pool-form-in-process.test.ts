import { beforeAll, expect, test } from "vitest";
import { startWorld } from "../lib/checks/testing/world.ts";
import { backToPoolForm, offerPool } from "../lib/http/pools/pool-form.ts";
import { lookFrom } from "../lib/service/service-vantage.ts";

const NOTHING = [{ field: "text", code: "line", says: "Line 1: it <is> no address." }];

beforeAll(async () => {
  const world = await startWorld();
  lookFrom(world.vantage);
  return () => world.close();
});

test("a short list goes back into the form by its address, with the options", async () => {
  const fields = { text: "foo bar\n10.1.2.3", from: "example.com", helo: " ", selector: ["s1 s2"] };
  const answer = await backToPoolForm(fields, NOTHING);
  expect(answer.status).toBe(303);
  const { pathname, searchParams } = new URL(answer.headers.get("location") ?? "", "http://localhost");
  expect([pathname, ...searchParams]).toEqual([
    "/pool",
    ["text", fields.text],
    ["from", "example.com"],
    ["selector", "s1 s2"],
  ]);
});

test.each([
  ["a long one", `\n<b>first</b>\n${"not one\n".repeat(1000)}`],
  ["one whose names were looked up", "\n<b>first</b>\nnowhere.example.com"],
])("%s comes back as it is, with what is wrong, and can be changed and sent again", async (_, text) => {
  const answer = await backToPoolForm({ text, from: '"x' }, NOTHING);
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain("<li>Line 1: it &lt;is&gt; no address.</li>");
  expect(html).toContain('action="/pool/start"');
  expect(html).toContain('name="from" value="&quot;x"');
  // The first line break after the tag is none of the text's own.
  expect(html).toContain(`spellcheck="false">\n\n&lt;b&gt;first&lt;/b&gt;\n`);
  expect(html.split("not one")).toHaveLength(text.split("not one").length);
});

test("a list that was found elsewhere is offered, and nothing is started", async () => {
  expect(offerPool({ text: "203.0.113.1\n203.0.113.2" }, "Two.").headers.get("location")).toBe(
    "/pool?text=203.0.113.1%0A203.0.113.2",
  );
  const long = offerPool({ targets: Array.from({ length: 500 }, (_, n) => `198.51.100.${n}`) }, "These are 500.");
  expect(long.status).toBe(200);
  expect(await long.text()).toContain("198.51.100.0\n198.51.100.1\n");
});
