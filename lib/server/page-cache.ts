import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { ORIGIN, REQUEST_ID } from "../http/headers.ts";
import { ownFaultsMark } from "../service/checker/own-network.ts";
import { FRESH_MS, LISTED } from "../service/live/history.ts";
import { countPage } from "../service/metrics.ts";
import { store } from "../service/store/current.ts";
import { whenRemoved } from "../service/store/remembered.ts";
import { type DrawnPages, NOWHERE, withOrigin } from "./drawn-pages.ts";
import { answerIn, formOf, type Kept, MARK, sizeOf } from "./kept-answer.ts";
import { type KeptPage, keptPage } from "./kept-pages.ts";
import type { PageFile, PageFiles } from "./page-files.ts";
import { type Render, renderWhole } from "./render-page.ts";
import { hasRouterHeaders, isSameForAll, namesIn } from "./router-headers.ts";
import { POLICY, policyOf } from "./security-headers.ts";
import { sendWire, type Wire } from "./wire.ts";
import { withoutFramework } from "./without-framework.ts";

const packers = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};

const MAX_BYTES = 64 * 1024 * 1024;
/**
 * Links begin with the name that the reader called us by, unless `PUBLIC_URL` says it: so many names at once have pages
 * here, and one that nobody has used for so long makes room. Made-up names cannot push the others' pages out.
 */
const MAX_ORIGINS = 8;
const ORIGIN_IDLE_MS = 600_000;

/** Reports looked at in one sweep, and milliseconds between sweeps: each report that has files is looked at within the hour. */
const [SWEPT, SWEEP_MS] = [400, 60_000];

/** All that the rendering of a kept page gets to see of a request: what it cannot see it cannot vary by. */
const SEEN = ["host", ORIGIN, REQUEST_ID];

/** How long browsers and proxies may show a page again that depends on nobody: with a new version it changes. */
const FRESH = "public, max-age=60";
/**
 * A report's page is asked for again each time, and mostly answered 304: its maker may delete it. Caches in front of us
 * may answer for a minute without asking; what another process deletes we believe to be there for as long.
 */
const ASKED_AGAIN = "public, max-age=0, s-maxage=60";

export interface PageCache {
  /** Answers, if it is a page of these. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Somebody reads pages at this origin, and is answered elsewhere. */
  readonly used: (origin: string) => void;
}

interface PageCacheOptions {
  /** Where reports' pages are kept as well. */
  readonly files?: PageFiles | undefined;
  /** Where the first page is kept as it was drawn. */
  readonly drawn?: DrawnPages | undefined;
  /** Is told of each page that was answered from memory and depends on no more than its report, by origin and path. */
  readonly keepInFront?: ((key: string, page: Kept) => void) | undefined;
}

/** The page that most begin with. Beside the process it depends on what does not work with our own network. */
const FIRST_PAGE = "/";

/**
 * Answers pages that are the same for every reader from memory, from the second request on: `/r/<id>` of finished
 * reports, and those that depend on nothing but this process. Nothing that is kept can become wrong: a finished report
 * never changes, and whether it is still there is asked of the store, which remembers that for a minute. What the
 * framework's client asks for itself is neither kept nor answered with what is kept. Reports' pages are kept in files as
 * well, where there are such.
 */
export function createPageCache(
  render: Render,
  { files, drawn, keepInFront = () => {} }: PageCacheOptions = {},
): PageCache {
  const kept = new LRUCache<string, Kept>({ maxSize: MAX_BYTES, sizeCalculation: sizeOf });
  const origins = new LRUCache<string, true>({ max: MAX_ORIGINS, ttl: ORIGIN_IDLE_MS, updateAgeOnGet: true });
  const rendering = new Map<string, Promise<Kept | undefined>>();
  /** The first page for all origins, and what did not work when it was drawn. */
  let first: { readonly mark: string; readonly page: Wire } | undefined;

  const hasRoom = (origin: string): boolean => {
    if (origins.get(origin)) return true;
    origins.purgeStale();
    if (origins.size >= MAX_ORIGINS) return false;
    origins.set(origin, true);
    return true;
  };

  if (files) {
    whenRemoved((report) => void files.drop(report));
    setInterval(() => void dropGone(files), SWEEP_MS).unref();
  }

  async function answerFromCache(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const page = keptPage(request);
    if (!page) return false;
    if (page.report && (await (await store()).stateOf(page.report)) !== "done") return false;
    const origin = String(request.headers[ORIGIN]);
    const mark = page.target === undefined ? faultsMark(page) : await historyMark(page.target);
    const key = `${origin}${page.path}${mark && ` ${mark}`}`;
    let known = kept.get(key);
    // Where nothing to be kept comes of what others render, because its reader has left, one of those who waited goes on,
    // and the rest wait for that.
    for (let making = rendering.get(key); !known && making; making = rendering.get(key)) known = await making;
    const answer = (how: "hit" | "miss", bytes: Kept) => {
      response.setHeader(MARK, how);
      countPage(how);
      sendWire(answerIn(bytes, formOf(bytes, request.headers)), request, response);
      if (page.target === undefined && !mark && !faultsMark(page)) keepInFront(key, bytes);
      return true;
    };
    if (known) {
      origins.get(origin);
      return answer("hit", known);
    }
    // Whoever has left while others rendered needs no page.
    if (response.destroyed) return true;
    if (hasRouterHeaders(request.headers) || !hasRoom(origin)) return false;
    const { promise, resolve } = Promise.withResolvers<Kept | undefined>();
    rendering.set(key, promise);
    try {
      const filed = page.report && (await files?.read(page.report, origin));
      if (filed) {
        const unpacked = await unpack(filed, page);
        kept.set(key, unpacked);
        resolve(unpacked);
        return answer("hit", unpacked);
      }
      const { wire: fresh, how } = await (page.path === FIRST_PAGE
        ? drawFirst(request, response, mark)
        : draw(request, response, page));
      if (!fresh) return true;
      if (isKeepable(fresh)) {
        const packed = await pack(fresh, page);
        kept.set(key, packed);
        resolve(packed);
        const { headers, tag, bodies } = packed;
        if (page.report) void files?.write(page.report, origin, { headers, tag, br: bodies.br });
        return answer(how, packed);
      }
      sendWire(fresh, request, response);
      return true;
    } finally {
      resolve(undefined);
      rendering.delete(key);
    }
  }

  const draw = async (request: IncomingMessage, response: ServerResponse, page: KeptPage): Promise<Fresh> => ({
    wire: await renderAlike(request, response, page, render),
    how: "miss",
  });

  /** Drawn once for all origins, and for processes to come where all works. */
  async function drawFirst(request: IncomingMessage, response: ServerResponse, mark: string): Promise<Fresh> {
    const { headers } = request;
    const origin = String(headers[ORIGIN]);
    const known = first?.mark === mark ? first.page : mark ? undefined : await drawn?.read(FIRST_PAGE);
    if (known) {
      first = { mark, page: known };
      return { wire: withOrigin(known, origin), how: "hit" };
    }
    request.headers = { ...headers, host: NOWHERE.host, [ORIGIN]: NOWHERE.origin };
    const { wire, how } = await draw(request, response, { path: FIRST_PAGE, report: undefined }).finally(() => {
      request.headers = headers;
    });
    if (!wire) return { wire, how };
    if (isKeepable(wire) && ownFaultsMark() === mark) {
      first = { mark, page: wire };
      if (!mark) void drawn?.write(FIRST_PAGE, wire);
    }
    return { wire: withOrigin(wire, origin), how };
  }

  return {
    answer: answerFromCache,
    used: (origin) => void origins.get(origin),
  };
}

/** A page for a reader, if that is still there, and whether it had been drawn already. */
interface Fresh {
  readonly wire: Wire | undefined;
  readonly how: "hit" | "miss";
}

const isKeepable = ({ status, headers }: Wire): boolean => status === 200 && isSameForAll(headers.vary);

const faultsMark = ({ path }: Pick<KeptPage, "path">): string => (path === FIRST_PAGE ? ownFaultsMark() : "");

/** Looks at some of the reports that have files: nothing of one that is gone stays for long. */
async function dropGone(files: PageFiles): Promise<void> {
  const kept = await store();
  for (const report of files.some(SWEPT)) {
    const state = await kept.stateOf(report).catch(() => "done");
    if (state !== "done") await files.drop(report);
  }
}

/** What the page of a target depends on: its reports that are there, and whether the latest is still fresh. */
async function historyMark(target: string): Promise<string> {
  const entries = await (await store()).history(target, LISTED);
  const [latest] = entries;
  const stale = !latest || Date.now() - latest.seenAt > FRESH_MS;
  return `${entries.map(({ id }) => id).join()}${stale ? " stale" : ""}`;
}

/**
 * Renders a page as everybody gets it: from a request without query, cookies and all else that is this reader's own.
 * Nothing in it changes by itself any more, so it goes without the framework's client
 * (docs/decisions/0040-pages-without-a-framework.md). Other caches keep it, too, so its policy has no nonce: an inline
 * script, should there be one, is named by its hash.
 */
async function renderAlike(
  request: IncomingMessage,
  response: ServerResponse,
  { path }: KeptPage,
  render: Render,
): Promise<Wire | undefined> {
  const { url, headers } = request;
  request.url = path;
  request.headers = Object.fromEntries(SEEN.map((name) => [name, headers[name]]));
  // Who names no agent gets metadata behind the page instead of in its head, whatever `htmlLimitedBots` says.
  request.headers["user-agent"] = "nameplate";
  try {
    const fresh = await renderWhole(request, response, render);
    if (!fresh) return fresh;
    const page = withoutFramework(fresh.body.toString("utf8"));
    const { "content-length": _ofTheOther, ...rest } = fresh.headers;
    return { ...fresh, body: Buffer.from(page), headers: { ...rest, [POLICY]: policyOf(page) } };
  } finally {
    Object.assign(request, { url, headers });
  }
}

async function pack({ headers, body }: Wire, page: KeptPage): Promise<Kept> {
  const { "transfer-encoding": _t, "content-length": _l, connection: _c, date: _d, etag: _e, ...rest } = headers;
  const [br, gzipped] = await Promise.all([packers.br(body), packers.gzip(body)]);
  const vary = [...new Set([...namesIn(rest.vary), "accept-encoding"])].join(", ");
  return {
    headers: { ...rest, vary, "cache-control": page.report || page.target !== undefined ? ASKED_AGAIN : FRESH },
    // Weak: the same for every encoding.
    tag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    bodies: { identity: body, br, gzip: gzipped },
    ...reportOf(page),
  };
}

async function unpack({ headers, tag, br }: PageFile, page: KeptPage): Promise<Kept> {
  const identity = await promisify(brotliDecompress)(br);
  return { headers, tag, bodies: { identity, br, gzip: await packers.gzip(identity) }, ...reportOf(page) };
}

const reportOf = ({ report }: KeptPage): Pick<Kept, "report"> => (report ? { report } : {});
