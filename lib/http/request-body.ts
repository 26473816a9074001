/** Far more than any target with its options takes. */
const MAX_BYTES = 64 * 1024;

/** Whoever sent the body left before its end. */
export class UploadAborted extends Error {}

/**
 * The body as text, or undefined where it is too long. Reads no more than it keeps.
 * Rejects with `UploadAborted` where it breaks off.
 */
export async function readBody(request: Request, max = MAX_BYTES): Promise<string | undefined> {
  const bytes = await readBytes(request, max);
  return bytes && new TextDecoder().decode(bytes);
}

/** The same as it came. */
export async function readBytes(request: Request, max = MAX_BYTES): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
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
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
