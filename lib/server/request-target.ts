import { type Audience, audienceOf, methodsOf } from "./routes.ts";

/** What a request line comes to, before anything looks at what it asks for. */
export type RequestTarget =
  | { readonly kind: "ok"; readonly url: string }
  /** Another spelling of an address of ours; `location` begins with exactly one slash. */
  | { readonly kind: "elsewhere"; readonly location: string }
  | {
      readonly kind: "refused";
      readonly status: 400 | 404 | 405;
      readonly audience: Audience;
      /** With 405: how the address may be asked (RFC 9110 section 10.2.1). */
      readonly allow?: readonly string[];
    }
  /** An OPTIONS request that no route answers by itself. */
  | { readonly kind: "options"; readonly allow: readonly string[] };

/** What browsers read as a slash, leave out, or do not send. */
const UNSAFE = /[\\#\p{Cc} ]/u;
/** How a file, or an address where nothing is, may be asked. */
const READ = ["GET", "HEAD"];

/**
 * Reads method and target of a request line (RFC 9112 section 3.2). The authority of an absolute target says nothing:
 * we answer for ourselves whatever name we are called by, and never lead anybody there. `framework` lets through what
 * the development server asks itself.
 */
export function readTarget(method: string, target: string, { framework = false } = {}): RequestTarget {
  if (target === "*")
    return method === "OPTIONS"
      ? { kind: "options", allow: READ }
      : { kind: "refused", status: 400, audience: "people" };
  const url = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*/i, "").replace(/^(?=\?|$)/, "/");
  const [path = "", query] = splitOnce(url, "?");
  const audience = audienceOf(path.replace(/\/+/g, "/"));
  if (!path.startsWith("/") || UNSAFE.test(url) || !isDecodable(path) || (query && !isDecodable(query)))
    return { kind: "refused", status: 400, audience };
  const segments = path.split("/").slice(1);
  if (segments.some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return { kind: "refused", status: 404, audience };
  const plain = `/${segments.filter(Boolean).join("/")}`;
  if (framework && /^\/(_next|__nextjs[\w-]*)(\/|$)/.test(path)) return { kind: "ok", url };
  const allow = methodsOf(plain) ?? READ;
  if (method === "OPTIONS" && !allow.includes("OPTIONS")) return { kind: "options", allow: [...allow, "OPTIONS"] };
  if (!allow.includes(method)) return { kind: "refused", status: 405, audience, allow };
  if (plain !== path) return { kind: "elsewhere", location: query === undefined ? plain : `${plain}?${query}` };
  // Of the framework's own addresses only built files are ours: no image optimiser, no data routes.
  if (/^\/_next(\/|$)/.test(path) && !path.startsWith("/_next/static/"))
    return { kind: "refused", status: 404, audience };
  return { kind: "ok", url };
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Whether percent-encoding is whole and stands for UTF-8. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
