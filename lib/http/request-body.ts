/** Far more than any target with its options takes. */
const MAX_BYTES = 64 * 1024;

/** Whoever sent the body left before its end. */
export class UploadAborted extends Error {}

/**
 * The body as text, or undefined where it is too long. Reads no more than it keeps.
 * Rejects with `UploadAborted` where it breaks off.
 */
export async function readBody(request: Request, max = MAX_BYTES): Promise<string | undefined> {
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { value, done } = await reader.read().catch((cause: unknown) => {
      throw new UploadAborted("the body breaks off", { cause });
    });
    if (done) break;
    size += value.length;
    if (size > max) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
