import type { Client } from "pg";

/**
 * Has connections to PostgreSQL break without ending the process. A broken one says so as an event, and an event `error`
 * that nobody listens for is thrown: that is so while a connection is taken out of the pool and idle, and for the one of
 * pg-boss that LISTENs when it fails as it opens, since pg-boss takes its listeners off first. Whoever asks the next
 * question on such a connection is told, or the pool replaces it.
 */
export function outliveResets({ prototype }: typeof Client): void {
  if (Object.hasOwn(prototype, "emit")) return;
  const { emit } = prototype;
  prototype.emit = function (this: Client, event: string | symbol, ...details: unknown[]): boolean {
    return (event !== "error" || this.listenerCount("error") > 0) && emit.call(this, event, ...details);
  };
}
