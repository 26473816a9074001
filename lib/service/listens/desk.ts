import { LRUCache } from "lru-cache";
import type { SentMessage } from "../../checks/index.ts";
import type { Seen } from "../../listener/seen.ts";
import { checker } from "../checker/checker.ts";
import { log } from "../log.ts";
import { checkSender } from "./check-sender.ts";
import { listenUrl } from "./current.ts";
import type { Listens } from "./listens.ts";
import type { Desk } from "./thread/messages.ts";
import { tokenIn } from "./token.ts";

/** What the listener asks and tells: addresses and sessions are in the store, checks are started here. */
export function createDesk(listens: Listens, probeDomain: string): Desk {
  /** Sessions whose check has been started. */
  const checked = new LRUCache<string, true>({ max: 5_000 });

  /** Starts the check of a session; the answer does not wait for a place. */
  const check = (session: string, seen: Seen, message?: SentMessage) => {
    if (checked.has(session)) return;
    checked.set(session, true);
    checkSender(seen, message)
      .then(async (report) => {
        if (report) await listens.setReport(session, report);
      })
      .catch((error: unknown) => log().error({ err: error }, "the check of a sender could not be started"));
  };

  return {
    async recipient({ local, domain }) {
      if (domain !== probeDomain) return { kind: "elsewhere" };
      const named = tokenIn(local);
      const listen = named && (await listens.find(named.token));
      if (!listen) return { kind: "unknown" };
      if (Date.now() >= listen.expiresAt) return { kind: "expired" };
      return { kind: "known", id: listen.id, link: listenUrl(listen), reads: named.reads };
    },

    async record({ id, reads }, session) {
      await listens.record(id, session);
      // Where a message is to come, it belongs to the check.
      if (!reads) check(session.id, session.seen);
    },

    async left({ id }, session) {
      await listens.record(id, session);
      check(session.id, session.seen);
    },

    async read({ id }, session, message) {
      await listens.record(id, session);
      await listens.setMessage(session.id, message);
      check(session.id, session.seen, message.found);
    },

    verify: (message, seen) => checker().readMessage(message, seen, probeDomain),
  };
}
