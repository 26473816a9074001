import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { ORIGIN, REQUEST_ID } from "../http/headers.ts";
import { store } from "../store/current.ts";
import { isId } from "../store/ids.ts";
import type { Captured } from "./capture.ts";
import { hasRouterHeaders, isSameForAll, namesIn, wantsPart } from "./router-headers.ts";
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
/**
 * Links begin with the name that the reader called us by, unless `PUBLIC_URL` says it: so many names at once have pages
 * here, and one that nobody has used for so long makes room. Made-up names cannot push the others' pages out.
 */
const MAX_ORIGINS = 8;
const ORIGIN_IDLE_MS = 600_000;

/** Says how the bytes were had, for those who measure. */
const MARK = "x-nameplate-cache";

/** All that the rendering of a kept page gets to see of a request: what it cannot see it cannot vary by. */
const SEEN = ["host", ORIGIN, REQUEST_ID, "content-security-policy"];

/**
 * Answers `/r/<id>` of finished reports from memory, from the second request on. Nothing that is kept can become wrong:
 * a finished report never changes, and whether it is still there is asked of the store each time. What the framework's
 * client asks for itself is neither kept nor answered with what is kept.
 */
export function createPageCache(
  render: Render,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const kept = new LRUCache<string, Kept>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ bodies }) => 1024 + bodies.identity.length + bodies.br.length + bodies.gzip.length,
  });
  const origins = new LRUCache<string, true>({ max: MAX_ORIGINS, ttl: ORIGIN_IDLE_MS, updateAgeOnGet: true });
  const rendering = new Map<string, Promise<Kept | undefined>>();

  const hasRoom = (origin: string): boolean => {
    if (origins.get(origin)) return true;
    origins.purgeStale();
    if (origins.size >= MAX_ORIGINS) return false;
    origins.set(origin, true);
    return true;
  };

  return async (request, response) => {
    const path = keptPath(request);
    if (!path || (await (await store()).stateOf(path.slice(3))) !== "done") return false;
    const origin = String(request.headers[ORIGIN]);
    const key = `${origin}${path}`;
    const known = kept.get(key) ?? (await rendering.get(key));
    if (known) {
      origins.get(origin);
      response.setHeader(MARK, "hit");
      send(request, response, known);
      return true;
    }
    if (hasRouterHeaders(request.headers) || !hasRoom(origin)) return false;
    const { promise, resolve } = Promise.withResolvers<Kept | undefined>();
    rendering.set(key, promise);
    try {
      const fresh = await renderAlike(request, response, path, render);
      const page = fresh && (await pack(fresh));
      if (fresh?.status === 200 && isSameForAll(fresh.headers.vary) && page) {
        kept.set(key, page);
        resolve(page);
      }
      if (!fresh || !page) return true;
      response.setHeader(MARK, "miss");
      response.statusCode = fresh.status;
      send(request, response, page);
      return true;
    } finally {
      resolve(undefined);
      rendering.delete(key);
    }
  };
}

/**
 * The page that a request asks to see, if that is one to keep. What else stands in the query names the same page: only
 * `?since=` makes another one of it.
 */
function keptPath({ method, url = "", headers }: IncomingMessage): string | undefined {
  if ((method !== "GET" && method !== "HEAD") || wantsPart(headers)) return undefined;
  const [path = "", query] = url.split("?", 2);
  const [, id = ""] = /^\/r\/([\w-]{22})$/.exec(path) ?? [];
  return isId(id) && !new URLSearchParams(query).has("since") ? path : undefined;
}

/** Renders a page as everybody gets it: from a request without query, cookies and all else that is this reader's own. */
async function renderAlike(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  render: Render,
): Promise<Captured | undefined> {
  const { url, headers } = request;
  request.url = path;
  request.headers = Object.fromEntries(SEEN.map((name) => [name, headers[name]]));
  // Who names no agent gets metadata behind the page instead of in its head, whatever `htmlLimitedBots` says.
  request.headers["user-agent"] = "nameplate";
  try {
    return await renderWhole(request, response, render);
  } finally {
    Object.assign(request, { url, headers });
  }
}

async function pack({ headers, body }: Captured): Promise<Kept> {
  const { "transfer-encoding": _t, "content-length": _l, connection: _c, date: _d, etag: _e, ...rest } = headers;
  const [br, gzipped] = await Promise.all([packers.br(body), packers.gzip(body)]);
  return {
    headers: {
      ...rest,
      vary: [...new Set([...namesIn(rest.vary), "accept-encoding"])].join(", "),
      // Asked again each time, and mostly answered 304: its maker may delete it.
      "cache-control": "private, no-cache",
    },
    // Weak: the same for every encoding.
    tag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    bodies: { identity: body, br, gzip: gzipped },
  };
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
