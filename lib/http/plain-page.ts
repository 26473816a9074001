import { escapeMarkup } from "../checks/markup.ts";

interface PageInit {
  readonly status: number;
  readonly headers?: Headers;
}
interface Link {
  readonly href: string;
  readonly text: string;
}

/** A small page without scripts, for answers that are no page of the application: a sentence, and a way on. */
export const plainPage = (sentence: string, link: Link, init: PageInit): Response =>
  page(`<p>${escapeMarkup(sentence)}</p>\n${linkTo(link)}`, init);

/** The same with something to press. `keep` is text to take along. */
export function plainForm(
  sentence: string,
  form: { readonly action: string; readonly button: string; readonly fields: Readonly<Record<string, string>> },
  link: Link,
  { keep, ...init }: PageInit & { readonly keep?: string },
): Response {
  const fields = Object.entries(form.fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeMarkup(name)}" value="${escapeMarkup(value)}">`,
  );
  return page(
    `<p>${escapeMarkup(sentence)}</p>
${keep ? `<p><code>${escapeMarkup(keep)}</code></p>` : ""}
<form method="post" action="${escapeMarkup(form.action)}">${fields.join("")}<button>${escapeMarkup(form.button)}</button></form>
${linkTo(link)}`,
    init,
  );
}

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
body{font:1.1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem;overflow-wrap:anywhere}
a{color:inherit}
button{font:inherit;min-height:44px;padding:.4rem 1rem}
</style>
<main>
<h1>Nameplate</h1>
${content}
</main>
</html>
`;
  return new Response(html, { status: init.status, headers });
}
