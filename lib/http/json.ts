/**
 * Characters that a terminal or an editor obeys instead of showing: control, format (bidirectional marks, zero-width
 * characters), line and paragraph separators. U+2065 is not assigned yet and lies among them.
 */
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2065]/gu;

/**
 * A value as JSON in which every such character is written as `\uXXXX`: who reads it raw, in a terminal or a log, sees
 * what a stranger's server sent and is not led by it. Parsing gives the same value (RFC 8259 section 7).
 */
export const toJson = (value: unknown): string => escapeControls(JSON.stringify(value));

/** The same for text that is JSON already: outside of its strings there are no such characters but line ends. */
export const escapeControls = (json: string): string =>
  json.replace(OBEYED, (character) => (character === "\n" ? character : [...units(character)].join("")));

function* units(character: string): Generator<string> {
  for (let i = 0; i < character.length; i++) yield `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
}

/** An answer in JSON; `init` may name another type than `application/json`. */
export function jsonResponse(value: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", "application/json");
  return new Response(toJson(value), { ...init, headers });
}
