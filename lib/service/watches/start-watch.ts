import {
  forDomains,
  isUntil,
  prose,
  readWebhookUrl,
  type Target,
  type Text,
  targetPath,
  text,
  UNTILS,
  type Until,
} from "../../checks/index.ts";
import { checker } from "../checker/checker.ts";
import { env } from "../env.ts";
import { anonymous, network, site } from "../limits.ts";
import { type AskFields, type AskProblem, readAsk } from "../request.ts";
import { vantage } from "../service-vantage.ts";
import { watches } from "../store/current.ts";
import { newId } from "../store/ids.ts";
import type { WatchLimits, WatchOwner } from "../store/watches.ts";
import { putNextJobs } from "./next-jobs.ts";
import { newSecret } from "./sign.ts";
import type { KeptBody } from "./watch-body.ts";

/** How long a watch runs, in milliseconds; its maker can let it run for as long again. */
export const WATCH_MS = 72 * 3_600_000;

/** What somebody wants to be told of. */
export interface WatchFields extends AskFields {
  readonly until: string | undefined;
  readonly webhook?: string | undefined;
  /** The report that it is asked on. */
  readonly report?: string | undefined;
}

/** What is the matter with one field. */
export type WatchProblem =
  | AskProblem
  | { readonly field: "until" | "webhook"; readonly code: string; readonly says: Text };

export interface StartedWatch {
  readonly id: string;
  /** For its maker alone. */
  readonly token: string;
  /** Signs its messages; undefined where there is no webhook. */
  readonly secret: string;
  readonly expiresAt: number;
}

export type WatchReading =
  | { readonly ok: true; readonly target: Target; readonly until: Until; readonly webhook?: Hook }
  | { readonly ok: false; readonly problems: readonly WatchProblem[] };
interface Hook {
  readonly url: string;
  readonly note?: string;
}

/** Reads what is asked for; nothing is started yet. The webhook's host is looked up and judged. */
export async function readWatch(fields: WatchFields): Promise<WatchReading> {
  const { target, from, helo, selector, until, webhook } = fields;
  const reading = readAsk({ target, from, helo, selector }, vantage());
  const waits = readUntil(until, reading.ok ? reading.target.kind : undefined);
  const hook = await readHook(webhook);
  if (reading.ok && typeof waits === "string" && hook.ok)
    return { ok: true, target: reading.target, until: waits, ...(hook.webhook ? { webhook: hook.webhook } : {}) };
  const problems = [
    ...(reading.ok ? [] : reading.problems),
    ...(typeof waits === "string" ? [] : [waits]),
    ...(hook.ok ? [] : [hook.problem]),
  ];
  return { ok: false, problems };
}

function readUntil(until: string | undefined, kind: Target["kind"] | undefined): Until | WatchProblem {
  const wrong = (code: string, says: Text) => ({ field: "until" as const, code, says });
  if (!isUntil(until)) return wrong("unknown-until", text`What to wait for is one of ${UNTILS}.`);
  if (kind === "domain" && !forDomains.has(until))
    return wrong(
      "until-of-domain",
      text`A domain has no PTR record: watch an address or a host name, or wait for ${[...forDomains]}.`,
    );
  return until;
}

type HookReading =
  | { readonly ok: true; readonly webhook?: Hook }
  | { readonly ok: false; readonly problem: WatchProblem };

async function readHook(webhook: string | undefined): Promise<HookReading> {
  const given = webhook?.trim();
  if (!given) return { ok: true };
  const wrong = (code: string, says: Text): HookReading => ({ ok: false, problem: { field: "webhook", code, says } });
  const url = readWebhookUrl(given);
  if (!url)
    return wrong("webhook-url", text`The webhook has to be an address like ${"https://hooks.example.com/nameplate"}.`);
  const place = await checker().judgeWebhook(url.href);
  if (place.kind === "refused")
    return wrong("webhook-refused", [...text`The webhook cannot be used: ${url.host} `, ...prose(`${place.why}.`)]);
  return { ok: true, webhook: { url: url.href, ...(place.kind === "open" ? { note: place.why } : {}) } };
}

/** Starts a watch; its first look follows at once. Says whose limit is reached where none is started. */
export async function startWatch(
  { target, until, webhook }: WatchReading & { readonly ok: true },
  {
    client,
    origin,
    report,
  }: { readonly client: string; readonly origin: string; readonly report?: string | undefined },
): Promise<StartedWatch | "own" | "full"> {
  const [id, token, secret, now] = [newId(), newId(), newSecret(), Date.now()];
  const { from, helo, selectors } = target.claims;
  const body: KeptBody = {
    target: targetPath(target),
    ...(from ? { from } : {}),
    ...(helo ? { helo } : {}),
    ...(selectors.length > 0 ? { selector: [...selectors] } : {}),
    ...(report ? { report } : {}),
    ...{ until, origin, clocks: [] },
  };
  const created = await (await watches()).create(
    {
      ...{ id, token, body, createdAt: now, expiresAt: now + WATCH_MS },
      ...(webhook ? { webhook: { ...webhook, secret } } : {}),
      owner: await ownerOf(client),
    },
    watchLimits(),
  );
  if (created !== "created") return created;
  await putNextJobs(id);
  return { id, token, secret, expiresAt: now + WATCH_MS };
}

/** What the networks of one IPv6 /48 may have running together, as a multiple of one's share. */
const SITE_SHARES = 4;

/** Whose a watch counts as that this client starts or renews. */
export async function ownerOf(client: string): Promise<WatchOwner> {
  const above = site(client);
  return {
    network: await anonymous(network(client)),
    ...(above === undefined ? {} : { site: await anonymous(above) }),
  };
}

/** How many watches may run at once. */
export function watchLimits(): WatchLimits {
  const { watchesAtOnce, maxWatches } = env();
  return { network: watchesAtOnce, site: SITE_SHARES * watchesAtOnce, all: maxWatches };
}
