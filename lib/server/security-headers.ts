import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** What is no page runs nothing and shows nothing, should a browser open it. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** Programs' answers, pictures, and reports in their other forms. */
const NO_PAGE = /^\/(api\/v1|badge)\/|^\/r\/[\w-]+(\.[a-z]+|\/(card|text|markdown))$/;

/**
 * Scripts run from our own files, and inline only those the framework wrote into this very rendering. Styles may stand
 * in attributes: they cannot act.
 */
const pagePolicy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/**
 * Sets what every answer carries. Next takes the nonce for its inline scripts from the policy in the request's headers;
 * a page that is kept as bytes keeps its nonce, see docs/decisions.
 */
export function secure(request: IncomingMessage, response: ServerResponse, path: string): void {
  const policy = NO_PAGE.test(path) ? NOTHING : pagePolicy(randomBytes(16).toString("base64"));
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-content-type-options", "nosniff");
  // Links to reports are secrets of those who have them. Not no-referrer: our own forms would lose their Origin.
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("permissions-policy", "camera=(), geolocation=(), microphone=()");
  if (/^\/(r|check|compare|badge|api\/v1)\//.test(path)) response.setHeader("x-robots-tag", "noindex, nofollow");
}
