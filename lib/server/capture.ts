import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Wire } from "./wire.ts";

/**
 * Keeps back what is written to a response, status and headers included, until its end; then gives the response back
 * untouched. Undefined where its reader left before.
 */
export function capture(response: ServerResponse): Promise<Wire | undefined> {
  // Nobody says so a second time, and the framework ends no answer that it finds closed.
  if (response.destroyed) return Promise.resolve(undefined);
  const { promise, resolve } = Promise.withResolvers<Wire | undefined>();
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as "utf8") : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callback = (args: readonly unknown[]) => {
    const last = args.at(-1);
    if (typeof last === "function") queueMicrotask(() => last());
  };
  const held: Partial<ServerResponse> = {
    write: (chunk: unknown, ...rest: unknown[]) => {
      keep(chunk, rest[0]);
      callback(rest);
      return true;
    },
    end: (...args: unknown[]) => {
      keep(args[0], args[1]);
      callback(args);
      give();
      resolve({ status: response.statusCode, headers: { ...response.getHeaders() }, body: Buffer.concat(chunks) });
      return response;
    },
    writeHead: (status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      const headers = rest.at(-1);
      if (headers && typeof headers === "object")
        for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders))
          if (value !== undefined) response.setHeader(name, value as Exclude<OutgoingHttpHeader, undefined>);
      return response;
    },
    flushHeaders: () => undefined,
  } as Partial<ServerResponse>;
  // Own properties hide the prototype's methods; taking them off again shows those.
  Object.assign(response, held);
  const give = () => {
    for (const name of Object.keys(held)) Reflect.deleteProperty(response, name);
    response.off("close", left);
  };
  const left = () => {
    give();
    resolve(undefined);
  };
  response.once("close", left);
  return promise;
}
