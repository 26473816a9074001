/**
 * Elements that load or feed the framework's client. They are recognised in what React wrote, where "<" in a text and ">" in
 * an attribute are escaped.
 */
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const PRELOADED = /<link\b[^>]*\sas="script"[^>]*>/g;
/** The page script, which pages have beside the framework or without it (components/page-script). */
const OWN = /\sdata-page-script\b/;

/** A page without the framework's client: nothing in it changes but by the page script. */
export const withoutFramework = (html: string): string =>
  html.replace(SCRIPT, (element, attributes: string) => (OWN.test(attributes) ? element : "")).replace(PRELOADED, "");
