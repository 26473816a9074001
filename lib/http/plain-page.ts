import { COLOURS, DARK_COLOURS, escapeMarkup } from "../checks/view.ts";

interface PageInit {
  readonly status: number;
  readonly headers?: Headers;
}
export interface Link {
  readonly href: string;
  readonly text: string;
}

/** The way on from what is no page of the application and belongs to none. */
export const START_PAGE: Link = { href: "/", text: "Start page" };

/** A small page without scripts, for answers that are no page of the application: a sentence, and a way on. */
export const plainPage = (sentence: string, link: Link, init: PageInit): Response =>
  page(`<h1>${escapeMarkup(sentence)}</h1>\n${linkTo(link)}`, init);

/** The same with something to press. `keep` is text to take along. */
export function plainForm(
  sentence: string,
  form: { readonly action: string; readonly button: string; readonly fields: Readonly<Record<string, string>> },
  link: Link,
  { keep, ...init }: PageInit & { readonly keep?: string },
): Response {
  return page(
    `<h1>${escapeMarkup(sentence)}</h1>
${keep ? `<p><code>${escapeMarkup(keep)}</code></p>` : ""}
<form method="post" action="${escapeMarkup(form.action)}">${hiddenFields(form.fields)}<button>${escapeMarkup(form.button)}</button></form>
${linkTo(link)}`,
    init,
  );
}

/** The same with a text to change and send; `notes` say what is wrong with it. */
export function plainText(
  sentence: string,
  notes: readonly string[],
  form: {
    readonly action: string;
    readonly button: string;
    readonly field: string;
    readonly text: string;
    readonly fields: Readonly<Record<string, string>>;
  },
  link: Link,
  init: PageInit,
): Response {
  return page(
    `<h1>${escapeMarkup(sentence)}</h1>
${notes.length > 0 ? `<ul>${notes.map((note) => `<li>${escapeMarkup(note)}</li>`).join("")}</ul>` : ""}
<form method="post" action="${escapeMarkup(form.action)}">${hiddenFields(form.fields)}
<p><label for="text">One address, range or name in each line</label></p>
<textarea id="text" name="${escapeMarkup(form.field)}" rows="20" spellcheck="false">
${escapeMarkup(form.text)}</textarea>
<button>${escapeMarkup(form.button)}</button></form>
${linkTo(link)}`,
    init,
  );
}

const hiddenFields = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeMarkup(name)}" value="${escapeMarkup(value)}">`)
    .join("");

const linkTo = ({ href, text }: Link) => `<p><a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a></p>`;

function page(content: string, init: PageInit): Response {
  const headers = new Headers(init.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("cache-control", "no-store");
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<title>Nameplate</title>
<style>
body{margin:0;background:${COLOURS.paper};color:${COLOURS.ink};font:15px/1.53 system-ui,sans-serif;overflow-wrap:anywhere}
header{border-bottom:1px solid ${COLOURS.line};background:${COLOURS.card}}
header a,main{display:block;max-width:38rem;margin:auto;padding:12px 16px}
header a{display:flex;gap:10px;align-items:center;font-weight:700;text-decoration:none}
h1{font-size:28px;line-height:1.2;margin:48px 0 0}
a{color:inherit}
textarea{box-sizing:border-box;width:100%;margin-bottom:12px;font:13px/1.5 ui-monospace,monospace}
button{font:inherit;font-size:13px;font-weight:600;min-height:44px;padding:5px 13px;border:1px solid ${COLOURS.ink};border-radius:6px;background:${COLOURS.ink};color:${COLOURS.paper}}
@media(prefers-color-scheme:dark){body{background:${DARK_COLOURS.paper};color:${DARK_COLOURS.ink}}header{border-color:${DARK_COLOURS.line};background:${DARK_COLOURS.card}}button{background:${DARK_COLOURS.ink};color:${DARK_COLOURS.paper}}}
</style>
<header><a href="/"><img src="/icon.svg" alt="" width="30" height="30">Nameplate</a></header>
<main>
${content}
</main>
</html>
`;
  return new Response(html, { status: init.status, headers });
}
