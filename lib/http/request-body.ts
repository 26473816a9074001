/** Far more than any target with its options takes. */
const MAX_BYTES = 64 * 1024;

/** The body as text, or undefined where it is too long. Reads no more than it keeps. */
export async function readBody(request: Request, max = MAX_BYTES): Promise<string | undefined> {
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > max) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
