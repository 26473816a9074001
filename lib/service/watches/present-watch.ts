import {
  notedWords,
  outcomeOfNoted,
  type PresentedEvent,
  type PresentedWatch,
  type Status,
  targetQuery,
  targetTitle,
} from "../../checks/index.ts";
import { readAsk } from "../request.ts";
import { vantage } from "../service-vantage.ts";
import type { StoredEvent, StoredWatch } from "../store/watches.ts";
import { askOf, readBody, readEvent } from "./watch-body.ts";

/** A watch with its words; `origin` is the one that links begin with. */
export function presentWatch(watch: StoredWatch, events: readonly StoredEvent[], origin: string): PresentedWatch {
  const { id, state, createdAt, expiresAt, metAt, nextAt, endedAt, webhook, note } = watch;
  const body = readBody(watch.body);
  const reading = readAsk(askOf(body), vantage());
  const url = `${origin}/watch/${id}`;
  return {
    id,
    url,
    feed: `${url}.atom`,
    target: body.target,
    query: reading.ok ? targetQuery(reading.target.claims) : "",
    title: reading.ok ? targetTitle(reading.target) : body.target,
    until: body.until,
    state,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    ...(metAt === undefined ? {} : { metAt: iso(metAt) }),
    ...(nextAt === undefined || endedAt !== undefined ? {} : { nextAt: iso(nextAt) }),
    events: events.map(presentEvent),
    clocks: body.clocks,
    ...(webhook ? { webhook: { host: new URL(webhook.url).host, ...(note ? { note } : {}) } } : {}),
  };
}

export function presentEvent({ n, at, body, report, told }: StoredEvent): PresentedEvent {
  const { noted, met } = readEvent(body);
  return {
    n,
    at: iso(at),
    outcome: outcomeOfNoted(noted),
    status: statusOf(noted),
    says: notedWords(noted),
    met,
    ...(report ? { report } : {}),
    ...(told ? { told } : {}),
  };
}

type NotedEvent = ReturnType<typeof readEvent>["noted"];

function statusOf(noted: NotedEvent): Status {
  if (noted.kind === "seen") return noted.verdict.status;
  if (noted.kind === "first") return noted.failed > 0 ? "fail" : noted.warnings > 0 ? "warn" : "pass";
  return "info";
}

const iso = (at: number): string => new Date(at).toISOString();
