import type { KeptInput } from "../../service/plans/plan-input.ts";
import { plans } from "../../service/plans/plan-store.ts";
import { readPlan } from "../../service/plans/read-plan.ts";
import { isId } from "../../service/store/ids.ts";
import { deleteForbidden } from "../delete-pages.ts";
import { originOf } from "../headers.ts";
import { askMaker, makerOf } from "../maker-page.ts";
import { makerCookie } from "../maker-token.ts";
import { type Link, plainPage } from "../plain-page.ts";
import { guarded, missingPage, problemStatus } from "../problem.ts";
import { readBody } from "../request-body.ts";
import { isFromHere } from "../same-site.ts";
import { tooBusyPage } from "../started-page.ts";
import { formQuery, formValues, readForm } from "./plan-form.ts";
import { checkAgain, startPlan } from "./start-plan.ts";

/* What the forms of plans and of moves do: the same for both, at /plan and at /move. */

type Kind = KeptInput["kind"];
interface WithId {
  readonly params: Promise<{ readonly id: string }>;
}

/** Sixteen addresses a side and what a reader pastes along. */
const MAX_BYTES = 256 * 1024;

const FROM_HERE = "This is started from this service's own pages.";
const TOO_LONG =
  "That is more text than we can read. Go back with your browser: what you typed is still there. Leave at most 16 addresses a side.";

/** The form: 303 to the permanent address, or back to the form with everything that was typed. */
export const makePost = (kind: Kind) =>
  guarded(async (request) => {
    const back = { href: `/${kind}`, text: "Back to the form" };
    if (!isFromHere(request.headers, originOf(request.headers)))
      return plainPage(FROM_HERE, back, { status: problemStatus("cross-site") });
    const body = await readBody(request, MAX_BYTES);
    if (body === undefined) return plainPage(TOO_LONG, back, { status: problemStatus("too-large") });
    const form = new URLSearchParams(body);
    const values = formValues((name) => form.getAll(name).join(" "));
    const reading = readForm(kind, values);
    const query = formQuery(kind, values);
    if (!reading.ok)
      return query === undefined
        ? plainPage(TOO_LONG, back, { status: problemStatus("too-large") })
        : new Response(null, { status: 303, headers: { location: `/${kind}${query}` } });
    const started = await startPlan(request, reading.input);
    if (!started.ok) return tooBusyPage(started, { ...back, href: `/${kind}${query ?? ""}` });
    const { id, deleteToken, headers } = started;
    headers.set("location", `/${kind}/${id}`);
    if (deleteToken) headers.set("set-cookie", makerCookie(request, `/${kind}/${id}`, deleteToken));
    return new Response(null, { status: 303, headers });
  });

/** Nothing is started by following a link: it leads to the form, filled in. */
export const makeGet = (kind: Kind) =>
  guarded((request) => {
    const { search } = new URL(request.url);
    return new Response(null, { status: 303, headers: { location: `/${kind}${search}` } });
  });

/** "Check again": the same addresses once more, under the same link. */
export const againPost = (kind: Kind) =>
  guarded<WithId>(async (request, { params }) => {
    const { id } = await params;
    const page = pageOf(kind, id);
    if (!isFromHere(request.headers, originOf(request.headers)))
      return plainPage(FROM_HERE, page, { status: problemStatus("cross-site") });
    const started = await checkAgain(request, id, kind);
    if (started && !started.ok) return tooBusyPage(started, page);
    return new Response(null, { status: 303, headers: { location: page.href } });
  });

/** Asks before it deletes. */
export const deleteGet = (kind: Kind) =>
  guarded<WithId>(async (request, { params }) => {
    const { id } = await params;
    const page = pageOf(kind, id);
    const reading = await readPlan(id, kind);
    if (reading.kind !== "plan") return missingPage(reading, page);
    return askMaker(request, {
      page,
      act: "delete",
      button: "Delete it for good",
      question: "Delete this page and the reports made for it? Their links will then answer that they are gone.",
      ours: "This browser made the page and can delete it, with the reports made for it.",
      forbidden: forbidden(page),
    });
  });

/** Deletes it for the one who made it, and shows that it is gone. */
export const deletePost = (kind: Kind) =>
  guarded<WithId>(async (request, { params }) => {
    const { id } = await params;
    const page = pageOf(kind, id);
    const token = makerOf(request, new URLSearchParams(await readBody(request)));
    const known = token && isId(id) && (await readPlan(id, kind)).kind !== "unknown";
    const removed = known ? await (await plans()).remove(id, token) : "forbidden";
    if (removed === "forbidden") return forbidden(page);
    return new Response(null, { status: 303, headers: { location: page.href } });
  });

const forbidden = (page: Link) => deleteForbidden("It", page);

const pageOf = (kind: Kind, id: string) => ({ href: `/${kind}/${encodeURIComponent(id)}`, text: "Back to the page" });
