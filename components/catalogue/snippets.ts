/** What other people take along to their own pages and browsers; `origin` is the service's, as `https://example.com`. */

/** A form for a support page: plain HTML, no script and no frame. Its reader starts the check here. */
export const formSnippet = (origin: string): string =>
  `<form action="${origin}/ask" method="post" target="_blank">
  <label>
    Address or name of your mail server
    <input name="target" required autocomplete="off" spellcheck="false">
  </label>
  <button>Check with Nameplate</button>
</form>`;

/** As much text as a link carries, in UTF-16 code units. */
const MAX_SELECTED = 400;

/** A bookmark that takes the selected text to the form, or else the name of the site that is open. */
export const bookmarklet = (origin: string): string =>
  `javascript:(()=>{const t=String(getSelection()).trim()||location.hostname;open('${origin}/?q='+encodeURIComponent(t.slice(0,${MAX_SELECTED})),'_blank','noopener')})()`;
