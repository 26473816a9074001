import { readList } from "../../service/pools/read-list.ts";
import { makerCookie } from "../maker-token.ts";
import { plainText } from "../plain-page.ts";
import { problemStatus } from "../problem.ts";
import type { FieldProblem } from "../start.ts";
import type { PoolFields, PoolStarting } from "./start-pool.ts";

/** As much of a list as an address carries; more stands in a form of its own. In UTF-16 code units. */
const MAX_IN_URL = 1500;

/**
 * Leads the browser that sent the form to the pool, and leaves it the means to stop and delete it. `since` is the pool
 * whose list it was.
 */
export function startedPoolPage(
  request: Request,
  { id, deleteToken, headers }: PoolStarting & { readonly ok: true },
  since?: string,
): Response {
  headers.set("location", `/pool/${id}${since && since !== id ? `?since=${since}` : ""}`);
  headers.set("set-cookie", makerCookie(request, `/pool/${id}`, deleteToken));
  return new Response(null, { status: 303, headers });
}

/**
 * The form again, with what was put in and what is wrong with it. What an address can carry is led back to the form's
 * page, where that page can say what is wrong; else the text comes back as it is, with the problems over it.
 */
export async function backToPoolForm(fields: PoolFields, problems: readonly FieldProblem[]): Promise<Response> {
  const text = listText(fields);
  const isOption = problems.some(({ field }) => field !== "text" && field !== "targets");
  if (text.length <= MAX_IN_URL && (isOption || !(await readList(text)).isUsable))
    return new Response(null, { status: 303, headers: { location: `/pool${poolQuery({ ...fields, text })}` } });
  const says = problems.map((problem) => problem.says);
  return poolPage("Nothing in this list could be used.", says, { ...fields, text }, "Check the pool");
}

/** A list that was found elsewhere, offered as a pool: on the form's page where an address can carry it. */
export function offerPool(fields: PoolFields, sentence: string): Response {
  const text = listText(fields);
  if (text.length <= MAX_IN_URL)
    return new Response(null, { status: 303, headers: { location: `/pool${poolQuery({ ...fields, text })}` } });
  return poolPage(sentence, [], { ...fields, text }, "Check all as a pool", 200);
}

const listText = ({ text, targets = [] }: PoolFields): string => text ?? targets.join("\n");

/** The form's page, filled in. */
function poolQuery({ text = "", from, helo, selector = [] }: PoolFields): string {
  const query = new URLSearchParams({ text });
  if (from?.trim()) query.set("from", from.slice(0, 200));
  if (helo?.trim()) query.set("helo", helo.slice(0, 200));
  for (const value of selector) if (value.trim()) query.append("selector", value.slice(0, 200));
  return `?${query}`;
}

const poolPage = (
  sentence: string,
  notes: readonly string[],
  { text = "", from = "", helo = "", selector = [] }: PoolFields,
  button: string,
  status = problemStatus("invalid-target"),
): Response =>
  plainText(
    sentence,
    notes,
    { action: "/pool/start", button, field: "text", text, fields: { from, helo, selector: selector.join(" ") } },
    { href: "/pool", text: "An empty form" },
    { status },
  );
