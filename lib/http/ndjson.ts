import { toJson } from "./json.ts";

/** Lines of JSON. */
export const NDJSON = "application/x-ndjson";

export const wantsStream = (headers: Headers): boolean => (headers.get("accept") ?? "").toLowerCase().includes(NDJSON);

/** Values as lines of JSON, each as it comes. The reader may leave at any time. */
export function ndjsonResponse(values: AsyncGenerator<unknown>, init: ResponseInit = {}): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await values.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${toJson(value)}\n`));
    },
    cancel() {
      void values.return(undefined);
    },
  });
  const headers = new Headers(init.headers);
  headers.set("content-type", `${NDJSON}; charset=utf-8`);
  headers.set("cache-control", "no-store");
  // Proxies that collect answers before they pass them on are asked not to.
  headers.set("x-accel-buffering", "no");
  return new Response(stream, { ...init, headers });
}
