import { LRUCache } from "lru-cache";
import type { Desk } from "../../listener/desk.ts";
import type { Seen } from "../../listener/seen.ts";
import { log } from "../log.ts";
import { checkSender } from "./check-sender.ts";
import { listenUrl } from "./current.ts";
import type { Listens } from "./listens.ts";
import { tokenIn } from "./token.ts";

/** A client whose TLS failed comes again without it, at once or when its queue is run next. In milliseconds. */
const FAILURE_MS = 15 * 60_000;

/** What the listener asks and tells: addresses and sessions are in the store, checks are started here. */
export function createDesk(listens: Listens, probeDomain: string): Desk {
  const failures = new LRUCache<string, string>({ max: 1_000, ttl: FAILURE_MS });
  /** Sessions whose check has been started. */
  const checked = new LRUCache<string, true>({ max: 5_000 });

  const check = async (session: string, seen: Seen) => {
    if (checked.has(session)) return;
    checked.set(session, true);
    const report = await checkSender(seen);
    if (report) await listens.setReport(session, report);
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

    async record(listen, session) {
      await listens.record(listen, session);
      // The answer does not wait for a place.
      void check(session.id, session.seen).catch((error: unknown) =>
        log().error({ err: error }, "the check of a sender could not be started"),
      );
    },

    async read(listen, session) {
      await listens.record(listen, session);
    },

    failed: ({ address, tlsFailure }) => {
      if (tlsFailure) failures.set(address, tlsFailure);
    },
    failureOf: (address) => failures.get(address),
  };
}
