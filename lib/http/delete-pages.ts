import type { Missing } from "../service/missing.ts";
import type { Removal } from "../service/store/removal.ts";
import { askMaker, makerOf } from "./maker-page.ts";
import { type Link, plainPage } from "./plain-page.ts";
import { guarded, missingPage, problemStatus } from "./problem.ts";
import { readBody } from "./request-body.ts";

/** The page for whoever did not make it; `what` begins the sentence: "A report". */
export const deleteForbidden = (what: string, page: Link, made: "made" | "kept" = "made"): Response =>
  plainPage(
    `${what} can only be deleted with the browser that ${made} it, or by the link that this browser can show.`,
    page,
    { status: problemStatus("delete-forbidden") },
  );

interface WithId {
  readonly params: Promise<{ readonly id: string }>;
}

/**
 * What is at `/<path>/<id>/delete`. GET asks before it deletes: the browser that made it also gets the link by which others
 * can. POST deletes for the one who made it, and shows that it is gone.
 */
export function deletePages(one: {
  readonly path: "pool" | "log";
  /** What it is called. */
  readonly noun: string;
  readonly made: "made" | "kept";
  readonly read: (id: string) => Promise<Missing | { readonly kind: "pool" | "log" }>;
  readonly remove: (id: string, token: string) => Promise<Removal>;
}) {
  const { path, noun, made, read, remove } = one;
  const pageOf = (id: string): Link => ({ href: `/${path}/${encodeURIComponent(id)}`, text: `Back to the ${noun}` });
  const forbidden = (page: Link) => deleteForbidden(`A ${noun}`, page, made);
  return {
    GET: guarded<WithId>(async (request, { params }) => {
      const { id } = await params;
      const page = pageOf(id);
      const reading = await read(id);
      if (reading.kind === "gone" || reading.kind === "unknown") return missingPage(reading, page);
      return askMaker(request, {
        page,
        act: "delete",
        button: `Delete this ${noun} for good`,
        question: `Delete this ${noun}? Its link will then answer that it is gone.`,
        ours: `This browser ${made} the ${noun} and can delete it.`,
        forbidden: forbidden(page),
      });
    }),
    POST: guarded<WithId>(async (request, { params }) => {
      const { id } = await params;
      const page = pageOf(id);
      const token = makerOf(request, new URLSearchParams(await readBody(request)));
      const removed = token ? await remove(id, token) : "forbidden";
      if (removed === "forbidden") return forbidden(page);
      return new Response(null, { status: 303, headers: { location: page.href } });
    }),
  };
}
