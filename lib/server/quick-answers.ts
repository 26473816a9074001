import { LRUCache } from "lru-cache";
import type { Env } from "../service/env.ts";
import { answerIn, type Form, formOf, type Kept, MARK } from "./kept-answer.ts";
import { originAskedOf } from "./origin-asked.ts";
import type { AtHand, QuickRequest } from "./quick-connections.ts";
import { securityHeaders } from "./security-headers.ts";
import { createWriter, type Wire } from "./wire.ts";

/** Pages whose octets are held ready, on top of what is kept of them. */
const MOST_READY = 200;

/** What there is to answer with. */
export interface Ready {
  /** The page at this path for those who ask at this origin; undefined also where its report may be gone. */
  readonly pageAt: (path: string, origin: string) => Kept | undefined;
  /** The answer to who would start a check at this path, where nobody new can even wait. */
  readonly refusalAt: (path: string) => Wire | undefined;
}

/**
 * What is at hand, as octets to be sent: the pages that are kept, and that there is no place for another check. They are
 * what `createPageCache`, `turnAway` and the headers of every answer come to.
 */
export function createQuickAnswers(
  { pageAt, refusalAt }: Ready,
  { publicUrl, trustedProxies }: Pick<Env, "publicUrl" | "trustedProxies">,
): AtHand {
  const https = publicUrl?.startsWith("https:") ?? false;
  const pages = new LRUCache<Kept, Map<Form, () => Buffer>>({ max: MOST_READY });
  const refusals = new WeakMap<Wire, () => Buffer>();
  /** The origin that links begin with, by who asked; "" where we are not reached by that name. */
  const origins = new WeakMap<QuickRequest, string>();

  function originOf(request: QuickRequest): string {
    const known = origins.get(request);
    if (known !== undefined) return known;
    const asked = originAskedOf({ headers: request.fields, socket: request.socket }, trustedProxies);
    const own = !publicUrl || new URL(asked).host === new URL(publicUrl).host ? (publicUrl ?? asked) : "";
    origins.set(request, own);
    return own;
  }

  function refusal(path: string): Buffer | undefined {
    const wire = refusalAt(path);
    if (!wire) return undefined;
    const write =
      refusals.get(wire) ??
      createWriter({ ...wire, headers: { ...securityHeaders(path, { https }), ...wire.headers } });
    refusals.set(wire, write);
    return write();
  }

  return (request) => {
    const { method, path, fields } = request;
    const origin = originOf(request);
    if (!origin) return undefined;
    if (method === "POST") return refusal(path);
    const kept = pageAt(path, origin);
    if (!kept) return undefined;
    const form = formOf(kept, fields);
    const forms = pages.get(kept) ?? new Map<Form, () => Buffer>();
    let write = forms.get(form);
    if (!write) {
      const answer = answerIn(kept, form);
      write = createWriter({
        ...answer,
        headers: { ...securityHeaders(path, { https }), ...answer.headers, [MARK]: "hit" },
      });
      forms.set(form, write);
      pages.set(kept, forms);
    }
    return write();
  };
}
