import type { Json, PresentedWatch } from "../checks/index.ts";
import { eventJson } from "../service/watches/event-json.ts";
import type { watchState } from "./api/watch-schemas.ts";

/** A watch as programs read it: what `schemas.ts` declares. */
export const watchJson = ({
  events,
  clocks,
  webhook,
  metAt,
  nextAt,
  ...watch
}: PresentedWatch): Json<typeof watchState> => ({
  id: watch.id,
  url: watch.url,
  feed: watch.feed,
  target: watch.target,
  until: watch.until,
  state: watch.state,
  createdAt: watch.createdAt,
  expiresAt: watch.expiresAt,
  metAt: metAt ?? null,
  nextAt: nextAt ?? null,
  events: events.map(eventJson),
  resolvers: clocks.map(({ resolver, address, name, rcode, records, ttl, at }) => ({
    resolver: resolver ?? null,
    ...{ address, name, rcode, records },
    ttl: ttl ?? null,
    seenAt: new Date(at).toISOString(),
  })),
  webhook: webhook ? { ...webhook } : null,
});
