/** A link to drag into the browser's bookmarks. Its address is a script, which the framework does not write into a page. */
export function BookmarkLink({ code, children }: { readonly code: string; readonly children: string }) {
  return (
    <a data-bookmarklet={code} href="#bookmarklet" className="button needs-script" draggable>
      {children}
    </a>
  );
}
