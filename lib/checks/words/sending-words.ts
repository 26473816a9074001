import type { Outcome } from "../define/signal.ts";
import { prose } from "../net/safe-text.ts";

/** Nothing was seen of the session or message that a signal is about. */
export const notSeen: Outcome = {
  status: "unknown",
  says: prose("Nothing was seen of it: the server has not sent to this service."),
};
