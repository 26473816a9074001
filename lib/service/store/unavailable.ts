/** SQLite's result codes for what is not our fault: disk I/O, full, read-only, cannot be opened, busy. */
const SQLITE: ReadonlySet<number> = new Set([5, 8, 10, 13, 14]);
/**
 * PostgreSQL's likewise, by class or code: connection, resources used up, ended by an operator, system, read-only
 * (appendix A of its manual).
 */
const POSTGRES = /^(08|53|57P|58|25006)/;
const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOSPC|EROFS|EACCES|EPERM)$/;
/** The library's own errors have no code. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Whether an error means that the database cannot write or does not answer now, and may again later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (typeof error !== "object" || error === null) return false;
  const { errcode, code, message } = error as { errcode?: unknown; code?: unknown; message?: unknown };
  if (typeof errcode === "number") return SQLITE.has(errcode & 0xff);
  if (typeof code === "string" && (POSTGRES.test(code) || NETWORK.test(code))) return true;
  return typeof message === "string" && WORDS.test(message);
}
