import { withoutLocalParts } from "../inbound/scrub.ts";

/**
 * As much of what cannot be read as goes back into the field: a URL has to carry it. No target is longer; a pasted text
 * is, and that belongs in no URL.
 */
export const MAX_BACK = 500;

/** The form at `/` as it is filled in by these fields: `?q=` and the options beside it, or nothing. */
export function askQuery(form: URLSearchParams): string {
  const query = new URLSearchParams();
  const target = form.get("target");
  // An address alone is a target; in a text it is somebody's, and its local part goes no further.
  const kept = target && /\s/.test(target.trim()) ? withoutLocalParts(target) : target;
  if (kept) query.set("q", kept.slice(0, MAX_BACK));
  for (const field of ["from", "helo", "selector"])
    for (const value of form.getAll(field)) if (value.trim()) query.append(field, value.slice(0, 200));
  const text = query.toString();
  return text && `?${text}`;
}
