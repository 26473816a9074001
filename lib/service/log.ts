import { type DestinationStream, type Logger, pino } from "pino";
import { escapeControls } from "../http/json.ts";
import { env } from "./env.ts";
import { shared } from "./shared.ts";

/**
 * The service's log: JSON lines on standard output. It says what went wrong with us; the addresses of readers are never
 * in it, nor a line for each thing they look up.
 */
export const log = (): Logger => shared("log", () => pino({ level: env().logLevel, base: null }, standardOutput()));

/** Lines go out one by one, so that none is lost in a crash. After the first error nobody reads them: silence. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true });
  let broken = false;
  output.on("error", () => {
    broken = true;
  });
  return { write: (line) => void (broken || output.write(escapeControls(line))) };
}

/**
 * Lets the process outlive whoever reads its output. Without a listener each line that cannot be written is an uncaught
 * exception, and the line that reports that one is the next.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  passOverAborts();
}

/**
 * An upload that its sender broke off is no fault of ours. The framework prints each as an error, and knows no setting
 * for that.
 */
function passOverAborts(): void {
  const { error } = console;
  console.error = (...said: unknown[]) => {
    const [first] = said;
    if (first instanceof Error && first.message === "aborted" && "code" in first && first.code === "ECONNRESET") return;
    error.apply(console, said);
  };
}
