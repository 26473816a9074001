import { readWatchAt } from "../service/watches/read-watch.ts";
import { originOf } from "./headers.ts";
import { plainPage, START_PAGE } from "./plain-page.ts";
import { problemStatus, problemTitle } from "./problem.ts";

const FORBIDDEN =
  "A watch can only be stopped or renewed with the browser that started it, or by the link that this browser can show.";

/** A link to a watch's page, and the small pages that stand for it where it is not there or not the reader's. */
export async function watchPageAt(id: string, { headers }: Request) {
  const page = { href: `/watch/${encodeURIComponent(id)}`, text: "Back to the watch" };
  const found = await readWatchAt(id, originOf(headers));
  const code = found.kind === "gone" ? "watch-gone" : "not-found";
  return {
    page,
    missing:
      found.kind === "watch" ? undefined : plainPage(problemTitle(code), START_PAGE, { status: problemStatus(code) }),
    forbidden: plainPage(FORBIDDEN, page, { status: problemStatus("watch-forbidden") }),
  };
}
