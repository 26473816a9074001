import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { ORIGIN } from "../http/headers.ts";
import { store } from "../store/current.ts";
import { isId } from "../store/ids.ts";
import type { Captured } from "./capture.ts";
import { type Render, renderWhole } from "./whole.ts";

const packers = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};
type Encoding = keyof typeof packers | "identity";

/** A rendered page as it goes over the wire. */
interface Kept {
  readonly headers: OutgoingHttpHeaders;
  readonly tag: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

const MAX_BYTES = 64 * 1024 * 1024;

/** What the framework's own client sends to get a part of a page: each makes another body at the same address. */
const PART_HEADERS = [
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
];

/** Says how the bytes were had, for those who measure. */
const MARK = "x-nameplate-cache";

/**
 * Answers `/r/<id>` of finished reports from memory, from the second request on. Nothing that is kept can become wrong:
 * a finished report never changes, and whether it is still there is asked of the store each time.
 */
export function createReportCache(
  render: Render,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const kept = new LRUCache<string, Kept>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ bodies }) => 1024 + bodies.identity.length + bodies.br.length + bodies.gzip.length,
  });

  return async (request, response) => {
    const id = reportId(request);
    if (!id) return false;
    if ((await (await store()).stateOf(id)) !== "done") return false;
    const key = keyOf(request);
    const known = kept.get(key);
    if (known) {
      response.setHeader(MARK, "hit");
      send(request, response, known);
      return true;
    }
    const fresh = await renderWhole(request, response, render);
    if (!fresh) return true;
    const page = await keep(fresh);
    if (fresh.status === 200) kept.set(key, page);
    response.setHeader(MARK, "miss");
    response.statusCode = fresh.status;
    send(request, response, page);
    return true;
  };
}

/** The report that a request asks to see, if that is all it asks: `?since=` makes another page of it. */
function reportId(request: IncomingMessage): string | undefined {
  if (request.method !== "GET" && request.method !== "HEAD") return undefined;
  // The framework's client puts a hash of its headers into the query, against caches that ignore Vary.
  const [, id = ""] = /^\/r\/([\w-]{22})(?:\?_rsc(?:=[\w-]*)?)?$/.exec(request.url ?? "") ?? [];
  return isId(id) ? id : undefined;
}

function keyOf({ url = "", headers }: IncomingMessage): string {
  const parts = PART_HEADERS.map((name) => headers[name] ?? "");
  return createHash("sha256")
    .update(JSON.stringify([url, headers[ORIGIN], ...parts]))
    .digest("base64url");
}

async function keep({ headers, body }: Captured): Promise<Kept> {
  const { "transfer-encoding": _t, "content-length": _l, connection: _c, date: _d, etag: _e, ...rest } = headers;
  const [br, gzipped] = await Promise.all([packers.br(body), packers.gzip(body)]);
  return {
    headers: {
      ...rest,
      vary: variesBy(rest.vary),
      // Asked again each time, and mostly answered 304: its maker may delete it.
      "cache-control": "private, no-cache",
    },
    // Weak: the same for every encoding.
    tag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    bodies: { identity: body, br, gzip: gzipped },
  };
}

function variesBy(vary: OutgoingHttpHeaders["vary"]): string {
  const names = String(vary ?? "").split(/\s*,\s*/);
  return [...new Set([...names.map((name) => name.toLowerCase()), "accept-encoding"])].filter(Boolean).join(", ");
}

function send(request: IncomingMessage, response: ServerResponse, { headers, tag, bodies }: Kept): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.setHeader("etag", tag);
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(tag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", bodies[encoding].length);
  response.end(request.method === "HEAD" ? undefined : bodies[encoding]);
}

function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const said = String(accepted ?? "")
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(";")[0]);
  return said.includes("br") ? "br" : said.includes("gzip") ? "gzip" : "identity";
}
