import { expect, test } from "vitest";
import { backToPoolForm, offerPool } from "./pool-form.ts";

const NOTHING = [{ field: "text", code: "empty", says: "No line can be used." }];

test("a short list goes back into the form by its address, with the options", () => {
  const answer = backToPoolForm(
    { text: "foo\nbar & baz", from: "example.com", helo: " ", selector: ["s1 s2"] },
    NOTHING,
  );
  expect(answer.status).toBe(303);
  const { pathname, searchParams } = new URL(answer.headers.get("location") ?? "", "http://localhost");
  expect([pathname, ...searchParams]).toEqual([
    "/pool",
    ["text", "foo\nbar & baz"],
    ["from", "example.com"],
    ["selector", "s1 s2"],
  ]);
});

test("a long one comes back as it is, and can be changed and sent again", async () => {
  const text = `\n<b>first</b>\n${"nonsense\n".repeat(1000)}`;
  const answer = backToPoolForm({ text, from: '"x' }, NOTHING);
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain("<h1>No line can be used.</h1>");
  expect(html).toContain('action="/pool/start"');
  expect(html).toContain('name="from" value="&quot;x"');
  // The first line break after the tag is none of the text's own.
  expect(html).toContain(`spellcheck="false">\n\n&lt;b&gt;first&lt;/b&gt;\nnonsense\n`);
  expect(html.match(/nonsense/g)).toHaveLength(1000);
});

test("a list that was found elsewhere is offered, and nothing is started", async () => {
  expect(offerPool({ text: "203.0.113.1\n203.0.113.2" }, "Two.").headers.get("location")).toBe(
    "/pool?text=203.0.113.1%0A203.0.113.2",
  );
  const long = offerPool({ targets: Array.from({ length: 500 }, (_, n) => `198.51.100.${n}`) }, "These are 500.");
  expect(long.status).toBe(200);
  expect(await long.text()).toContain("198.51.100.0\n198.51.100.1\n");
});
