import { describe, expect, test } from "vitest";
import { fieldOf, fieldsOf, fileText, readForm } from "./form-body.ts";

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/pool/start", { method: "POST", body, headers });

async function formOf(request: Request, max = 10_000): Promise<FormData> {
  const form = await readForm(request, max);
  if (typeof form === "string") throw new Error(form);
  return form;
}

const withFile = (bytes: Uint8Array<ArrayBuffer>): FormData => {
  const form = new FormData();
  form.set("file", new File([bytes], "list.csv"));
  return form;
};

describe("a form", () => {
  test("as browsers send it without files", async () => {
    const form = await formOf(
      post(
        new URLSearchParams([
          ["text", "a\nb"],
          ["selector", "s1"],
          ["selector", "s2"],
        ]),
      ),
    );
    expect([fieldOf(form, "text"), fieldsOf(form, "selector"), fieldOf(form, "from")]).toEqual([
      "a\nb",
      ["s1", "s2"],
      "",
    ]);
    expect(await fileText(form, "file")).toBe("");
  });

  test("with a file", async () => {
    const sent = withFile(new TextEncoder().encode("203.0.113.10\n"));
    sent.set("text", "mail.example.com");
    const form = await formOf(post(sent));
    expect([fieldOf(form, "text"), await fileText(form, "file")]).toEqual(["mail.example.com", "203.0.113.10\n"]);
    expect(fieldOf(form, "file")).toBe("");
  });

  test.each([
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0x61, 0x0a]],
    ["UTF-16, little end first", [0xff, 0xfe, 0x61, 0, 0x0a, 0]],
    ["UTF-16, big end first", [0xfe, 0xff, 0, 0x61, 0, 0x0a]],
  ])("with a file in %s", async (_, bytes) => {
    expect(await fileText(await formOf(post(withFile(Uint8Array.from(bytes)))), "file")).toBe("a\n");
  });

  test("that is too long is not read to its end", async () => {
    expect(await readForm(post("x".repeat(2000), { "content-type": "multipart/form-data; boundary=x" }), 1000)).toBe(
      "too-large",
    );
    expect(await readForm(post(new URLSearchParams({ text: "x".repeat(1000) })), 1000)).toBe("too-large");
  });

  test("that is none", async () => {
    expect(await readForm(post("nonsense", { "content-type": "multipart/form-data; boundary=x" }), 1000)).toBe(
      "unreadable",
    );
    expect(await readForm(post("nonsense", { "content-type": "multipart/form-data" }), 1000)).toBe("unreadable");
  });
});
