import { LRUCache } from "lru-cache";
import type { Env } from "../service/env.ts";
import { countPage } from "../service/metrics.ts";
import type { RememberedStore } from "../service/store/remembered.ts";
import { originAskedOf } from "./identify.ts";
import { answerIn, type Form, formOf, type Kept, MARK, type PageCache } from "./page-cache.ts";
import type { AtHand } from "./quick-connections.ts";
import { securityHeaders } from "./security-headers.ts";
import { createWriter } from "./wire.ts";

/** Pages whose octets are held ready, on top of what is kept of them. */
const MOST_READY = 200;
const MOST_ORIGINS = 100;

/**
 * The pages that are kept, as octets to be sent: those of reports that are known to be there, and those that depend on
 * nothing. They are what `createPageCache` and the headers of every answer come to.
 */
export function createQuickPages(
  pages: Pick<PageCache, "atHand">,
  { isDone }: Pick<RememberedStore, "isDone">,
  { publicUrl, trustedProxies }: Pick<Env, "publicUrl" | "trustedProxies">,
): AtHand {
  const https = publicUrl?.startsWith("https:") ?? false;
  const ready = new LRUCache<Kept, Map<Form, () => Buffer>>({ max: MOST_READY });
  /** The origin that links begin with, by the one that was asked; "" where we are not reached by that. */
  const origins = new LRUCache<string, string>({ max: MOST_ORIGINS });
  const ownName = (asked: string): string => {
    const known = origins.get(asked);
    if (known !== undefined) return known;
    const own = !publicUrl || new URL(asked).host === new URL(publicUrl).host ? (publicUrl ?? asked) : "";
    origins.set(asked, own);
    return own;
  };

  return ({ path, fields, socket }) => {
    const origin = ownName(originAskedOf({ headers: fields, socket }, trustedProxies));
    const kept = origin ? pages.atHand(path, origin) : undefined;
    if (!kept || (kept.report !== undefined && !isDone(kept.report))) return undefined;
    const form = formOf(kept, fields);
    const forms = ready.get(kept) ?? new Map<Form, () => Buffer>();
    if (!forms.has(form)) {
      const answer = answerIn(kept, form);
      const headers = { ...securityHeaders(path, { https }), ...answer.headers, [MARK]: "hit" };
      forms.set(form, createWriter({ ...answer, headers }));
      ready.set(kept, forms);
    }
    countPage("hit");
    return forms.get(form)?.();
  };
}
