import { type Logger, pino } from "pino";
import { env } from "./env.ts";
import { shared } from "./shared.ts";

/**
 * The service's log: JSON lines on standard output. It says what went wrong with us and how busy we are; addresses of
 * readers and what they look up are nobody's business and never in it.
 */
export const log = (): Logger => shared("log", () => pino({ level: env().logLevel, base: null }));
