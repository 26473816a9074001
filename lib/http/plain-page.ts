import { escapeMarkup } from "../checks/markup.ts";

/** A small page without scripts, for answers that are no page of the application: a sentence, and a way on. */
export function plainPage(
  sentence: string,
  link: { readonly href: string; readonly text: string },
  init: { readonly status: number; readonly headers?: Headers },
): Response {
  const headers = new Headers(init.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("cache-control", "no-store");
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Nameplate</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}</style>
<main>
<h1>Nameplate</h1>
<p>${escapeMarkup(sentence)}</p>
<p><a href="${escapeMarkup(link.href)}">${escapeMarkup(link.text)}</a></p>
</main>
</html>
`;
  return new Response(html, { status: init.status, headers });
}
