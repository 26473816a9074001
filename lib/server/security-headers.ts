import { createHash, randomBytes } from "node:crypto";

/** What is no page runs nothing and shows nothing, should a browser open it. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** Programs' answers, pictures, feeds, and reports, pools and kept tables in their other forms. */
const NO_PAGE = /^\/mcp$|^\/(api\/v1|badge)\/|^\/(r|pool|log|watch)\/[\w-]+(\.[a-z]+|\/(card|text|markdown|csv|atom))$/;

/**
 * Scripts run from our own files, and inline only those that `inline` names: the ones the framework wrote into this very
 * rendering. Styles may stand in attributes: they cannot act.
 */
const pagePolicy = (inline: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...inline].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const always = (https: boolean): Record<string, string> => ({
  "x-content-type-options": "nosniff",
  // Links to reports are secrets of those who have them. Not no-referrer: our own forms would lose their Origin.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  // For a year (RFC 6797). Only where the operator has said that people come by https.
  ...(https ? { "strict-transport-security": "max-age=31536000" } : {}),
});

/** What an answer carries that is made before anything is known of the request. */
export const protocolHeaders = (https: boolean): Record<string, string> => ({
  [POLICY]: NOTHING,
  ...always(https),
  "cross-origin-resource-policy": "same-origin",
});

/**
 * What every answer at this path carries. Next takes the nonce for its inline scripts from the policy, if that is in the
 * request's headers, too. The development server's scripts replace each other by evaluating text.
 */
export function securityHeaders(path: string, { dev = false, https = false } = {}): Record<string, string> {
  const inline = [`'nonce-${randomBytes(16).toString("base64")}'`, ...(dev ? ["'unsafe-eval'"] : [])];
  return {
    [POLICY]: NO_PAGE.test(path) ? NOTHING : pagePolicy(inline),
    ...always(https),
    // Badges, cards and reports in their other forms are for pages elsewhere, too.
    "cross-origin-resource-policy": NO_PAGE.test(path) ? "cross-origin" : "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    ...(/^\/(r|pool|log|plan|move|watch|listen|check|compare|badge|api\/v1)\//.test(path)
      ? { "x-robots-tag": "noindex, nofollow" }
      : {}),
  };
}

export const POLICY = "content-security-policy";

/** The policy of a page that is kept: it names its inline scripts by their hashes (CSP 3 section 6.6.2.2). */
export const policyOf = (html: string): string => pagePolicy([...new Set(inlineScripts(html).map(hashSource))]);

/** The texts of the scripts that stand in a page themselves. */
function inlineScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)];
  return scripts.flatMap(([, attributes = "", text = ""]) => (/\ssrc\s*=/i.test(attributes) ? [] : [text]));
}

const hashSource = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
