/**
 * Makes links with `data-bookmarklet` ones to drag into the browser's bookmarks. Their address is a script, which our
 * policy does not let run here: it is put in once the page is there, and a click does nothing.
 */
export function putBookmarklets(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-bookmarklet]")) {
    link.href = link.dataset.bookmarklet ?? "";
    link.addEventListener("click", (event) => event.preventDefault());
  }
}
