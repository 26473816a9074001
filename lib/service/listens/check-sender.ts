import type { Sending, SentMessage } from "../../checks/index.ts";
import type { Seen } from "../../listener/seen.ts";
import { standInFor } from "../demo.ts";
import { takeCheck } from "../limits.ts";
import { admit } from "../live/admission.ts";
import { startCheck } from "../live/checks.ts";
import { log } from "../log.ts";
import { countRefusal } from "../metrics.ts";
import { type AskFields, readAsk, withoutWrongOptions } from "../request.ts";
import { vantage } from "../service-vantage.ts";

/**
 * Starts the check of an address that has just sent, with what it said of itself: within the limits of its own network,
 * as if it had asked. Gives the report's id; undefined where the address is none to check, or there is no room.
 */
export async function checkSender(seen: Seen, message?: SentMessage): Promise<string | undefined> {
  const { address, helo, mailFrom } = seen;
  const target = targetOf({
    target: standInFor(address) ?? address,
    ...(helo ? { helo } : {}),
    ...(mailFrom ? { from: mailFrom } : {}),
  });
  if (!target) return undefined;
  const { allowed } = await takeCheck(address);
  if (!allowed) {
    countRefusal("too-fast");
    return undefined;
  }
  const started = await startCheck(target, { sending: sendingOf(seen, message), admit: () => admit(address) });
  if (typeof started !== "string") return started.id;
  countRefusal(started === "own" ? "too-many" : "full");
  log().debug({ why: started }, "a sender was not checked");
  return undefined;
}

function sendingOf({ at, verb, helo, tls, tlsFailure, earlyTalker, pipelined }: Seen, message?: SentMessage): Sending {
  return {
    ...{ at, verb: verb ?? "EHLO", helo: helo ?? "", earlyTalker, pipelined },
    ...(tls ? { tls } : {}),
    ...(tlsFailure ? { tlsFailure } : {}),
    ...(message ? { message } : {}),
  };
}

/** What was said in the session was not put in by anybody: what cannot be a claim is left out rather than asked about. */
function targetOf(fields: AskFields) {
  const reading = readAsk(withoutWrongOptions(fields, vantage()), vantage());
  return reading.ok ? reading.target : undefined;
}
