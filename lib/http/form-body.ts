import { readBytes } from "./request-body.ts";

/**
 * What a form sent, in either of the ways forms have, with its files. `too-large` where it is longer than `max` bytes,
 * `unreadable` where it is no form. Rejects with `UploadAborted` where it breaks off.
 */
export async function readForm(request: Request, max: number): Promise<FormData | "too-large" | "unreadable"> {
  const bytes = await readBytes(request, max);
  if (!bytes) return "too-large";
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) {
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) form.append(name, value);
    return form;
  }
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    return "unreadable";
  }
}

/** A field's text; a file's name is none of our business. */
export const fieldOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** A field that may be there several times. */
export const fieldsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === "string");

/** A file's text, in the encoding that its first bytes say: spreadsheets also write UTF-16. Empty where none was chosen. */
export async function fileText(form: FormData, name: string): Promise<string> {
  const file = form.get(name);
  if (file === null || typeof file === "string") return "";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
