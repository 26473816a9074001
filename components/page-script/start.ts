import { putBookmarklets } from "./bookmarklet.ts";
import { listenForCopying } from "./copying.ts";
import { listenForFolds, PageFolds } from "./folds.ts";
import { FreshCheck } from "./fresh-check.ts";
import { OwnAddress } from "./own-address.ts";
import { listenForSlash } from "./slash-focus.ts";
import { TimeAgo } from "./time-ago.ts";

/**
 * Everything that pages do by script, but for those that change while they are read, which have the framework's client as
 * well (docs/decisions/0040-pages-without-a-framework.md). Listeners stand at the document, and what acts by itself is an
 * element of its own: so it works alike in what the server sent and in what the framework puts into a page later.
 */
function start(): void {
  listenForCopying();
  listenForSlash();
  listenForFolds();
  putBookmarklets();
  customElements.define("fresh-check", FreshCheck);
  customElements.define("own-address", OwnAddress);
  customElements.define("page-folds", PageFolds);
  customElements.define("time-ago", TimeAgo);
}

// The framework's client has to find the page as the server wrote it; `Hydrated` says when it has. Where there is none, a
// task of its own: browsers compute the styles of the whole page in the one in which a deferred script runs.
if ("__next_f" in window && document.documentElement.dataset.hydrated === undefined)
  document.addEventListener("hydrated", start, { once: true });
else setTimeout(start);
