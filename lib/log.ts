import { type Logger, pino } from "pino";
import { env } from "./env.ts";
import { shared } from "./shared.ts";

/**
 * The service's log: JSON lines on standard output. It says what went wrong with us; the addresses of readers are never
 * in it, nor a line for each thing they look up.
 */
export const log = (): Logger => shared("log", () => pino({ level: env().logLevel, base: null }));
