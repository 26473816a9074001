"use client";

import { useCallback } from "react";

/**
 * A link to drag into the browser's bookmarks. Its address is a script, which neither the framework writes into a page nor
 * our policy lets run here: it is put in once the page is there, and a click does nothing.
 */
export function BookmarkLink({ code, children }: { readonly code: string; readonly children: string }) {
  const put = useCallback(
    (link: HTMLAnchorElement | null) => {
      const stay = (event: Event) => event.preventDefault();
      link?.setAttribute("href", code);
      link?.addEventListener("click", stay);
      return () => link?.removeEventListener("click", stay);
    },
    [code],
  );
  return (
    <a ref={put} href="#bookmarklet" className="button needs-script" draggable>
      {children}
    </a>
  );
}
