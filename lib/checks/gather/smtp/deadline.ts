/**
 * Calls `expire` after `ms`, once what had arrived by then has been handed over: a busy process must not take its own
 * lateness for a server's silence. Hands back how to call it off.
 */
export function deadline(ms: number, expire: () => void): () => void {
  let off = false;
  // Timers run before the sockets are read, immediates after it.
  const timer = setTimeout(() => setImmediate(() => off || expire()), ms);
  return () => {
    off = true;
    clearTimeout(timer);
  };
}
