/** The language that a request wants tickets in, from `?lang=`. What there is none of becomes English. */
export function langOf(url: string): { readonly lang?: string } {
  const lang = new URL(url, "http://localhost").searchParams.get("lang");
  return lang ? { lang: lang.slice(0, 35) } : {};
}
