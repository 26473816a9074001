import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { plain } from "../checks/index.ts";
import { markFronted } from "../http/headers.ts";
import { faultPage } from "../http/problem.ts";
import { checkBy } from "../service/checker/checker.ts";
import { lookAtOwnNetwork, whenOwnFaultsChange } from "../service/checker/own-network.ts";
import { startChecker } from "../service/checker/thread.ts";
import { isDemo, shownInDemo } from "../service/demo.ts";
import { env, readEnv } from "../service/env.ts";
import { announce, leave } from "../service/instances/self.ts";
import { jobs } from "../service/jobs/current.ts";
import { keptLogs } from "../service/kept-logs/kept-log-store.ts";
import { ownListener } from "../service/listens/current.ts";
import { forgetListens, startListening } from "../service/listens/start.ts";
import { drain } from "../service/live/checks.ts";
import { endAbandoned } from "../service/live/elsewhere.ts";
import { places } from "../service/live/places.ts";
import { log, outliveOutput } from "../service/log.ts";
import { plans } from "../service/plans/plan-store.ts";
import { stopRuns } from "../service/pools/runs.ts";
import { POOL_JOBS, workOnPool } from "../service/pools/work-pool.ts";
import { ownGuardKnown } from "../service/service-vantage.ts";
import { database, pools, store } from "../service/store/current.ts";
import { EXPIRY, endLostPools, expireOthers, expirePools, expireReports, LOST_POOLS } from "../service/store/expiry.ts";
import type { RememberedStore } from "../service/store/remembered.ts";
import type { Store } from "../service/store/store.ts";
import { isUnavailable } from "../service/store/unavailable.ts";
import { FORGETTING } from "../service/store/undo.ts";
import { beginWatches } from "../service/watches/begin.ts";
import { type DrawnPages, drawnUnder, openDrawnPages } from "./drawn-pages.ts";
import { fullAnswers, misdirected, turnAway } from "./early.ts";
import { createFront, type Front } from "./front/thread.ts";
import { keepLittleGarbage } from "./garbage.ts";
import { createGoneAnswer } from "./gone-answer.ts";
import { identify } from "./identify.ts";
import { answerInternal } from "./internal.ts";
import { type Listening, listeningOf } from "./listening.ts";
import { originAskedOf } from "./origin-asked.ts";
import { createPageCache } from "./page-cache.ts";
import { openPageFiles, type PageFiles } from "./page-files.ts";
import { createPostedPage } from "./posted-page.ts";
import { answerProbe } from "./probes.ts";
import { refuse } from "./refusal.ts";
import type { Render } from "./render-page.ts";
import { readTarget } from "./request-target.ts";
import { POLICY, securityHeaders } from "./security-headers.ts";
import { createUploads } from "./uploads.ts";
import { answerOddities, PATIENCE, sendResponse } from "./wire.ts";
import { createWorkServer } from "./work.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Says what keeps the service from starting, in plain words, and ends the process. */
export function refuseToStart(...sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

/** How often we look, in milliseconds. A host that answered on port 25 is not asked again for an hour. */
const RESOLVERS_MS = 5 * 60_000;
/** How long the start waits until what has run out is gone, in milliseconds. */
const EXPIRE_MS = 2_000;

/** Looks at our resolvers and at port 25, now and every few minutes; says in the log what does not work. */
function keepLookingAtOwnNetwork(): void {
  const look = () =>
    lookAtOwnNetwork().then(
      (sentences) => {
        for (const sentence of sentences) log().warn(plain(sentence));
      },
      (error: unknown) => log().error({ err: error }, "our own network could not be looked at"),
    );
  void look();
  setInterval(look, RESOLVERS_MS).unref();
}

interface StartOptions {
  /** What the thread runs that checks: a file that calls `serveChecks`. */
  readonly checks: string;
  /** The pages straight from their sources, each change at once in the browser. Nothing is kept as bytes then. */
  readonly dev?: boolean;
}

/** Starts the service: settings, store, pages, port, in this order; each says clearly what is wrong with it. */
export async function startServer({ checks, dev = false }: StartOptions): Promise<void> {
  outliveOutput();
  keepLittleGarbage();
  const read = readEnv(process.env);
  if ("problems" in read) refuseToStart("Nameplate cannot start with these settings:", ...read.problems);
  if (!dev && env().role !== "work" && !existsSync(join(ROOT, ".next/BUILD_ID")))
    refuseToStart("Nameplate has not been built yet: run npm start, or npm run build before npm run serve.");
  const { dataDir, reportDays, databaseUrl, role, publicUrl } = env();
  const https = publicUrl?.startsWith("https:") ?? false;
  const thread = startChecker(checks);
  checkBy(thread);
  const checking = thread.ready.catch((error: unknown) =>
    refuseToStart(`The thread that checks cannot start: ${String(error)}`),
  );
  void ownGuardKnown();
  const kept = await store().catch((error: Error) =>
    refuseToStart(
      databaseUrl
        ? `The database of DATABASE_URL cannot be used: ${error.message}.`
        : `No reports can be kept in ${dataDir}: ${error.message}`,
    ),
  );
  const { readOnly = false } = await database();
  if (readOnly) log().warn(`DATA_DIR cannot be written: reports can be read, and none is made. It is ${dataDir}.`);
  // What takes a while goes on side by side: threads that begin, a certificate that is made, pages that are found.
  const beside = Promise.all([
    checking,
    ...(role !== "web" && !readOnly ? [beginJobs(kept, reportDays), expireFirst(kept, reportDays)] : []),
    ...(readOnly ? [] : [beginListening()]),
  ]);
  if (role === "work") return listen(listeningOf(createWorkServer(https)), beside);

  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
  markFronted();
  // A request without Host is answered by us: Node's own answer lacks our headers.
  const server = createServer({ ...PATIENCE, requireHostHeader: false });
  const opened = Promise.withResolvers<void>();
  // Until then whoever wants one of these waits: to load what renders them takes as long as all the rest of a start.
  const loaded = (dev ? Promise.resolve() : opened.promise).then(() => loadPages(dev, dev ? server : createServer()));
  /** Answers that are being made of what is at hand. */
  let atHand = 0;
  const waitFor = async <T>(wanted: Promise<T>): Promise<T> => {
    atHand--;
    return wanted.finally(() => atHand++);
  };
  const render: Render = async (request, response) => (await waitFor(loaded))(request, response);
  const front = dev ? undefined : frontOf(server, kept, loaded);
  const answerGone = createGoneAnswer(render);
  const pages = createPageCache(render, {
    files: dev || readOnly ? undefined : pageFiles(),
    drawn: dev ? undefined : drawnPages(),
    keepInFront: front?.keep,
  });
  whenOwnFaultsChange(() => front?.drop("/"));
  front?.whenUsed(pages.used);
  const answerForm = createPostedPage(render);
  const uploads = createUploads();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (await answerInternal(request, response)) return;
    const target = readTarget(request.method ?? "", request.url ?? "", { framework: dev });
    if (target.kind === "ok") request.url = target.url;
    const asked = originAskedOf(request, env().trustedProxies);
    identify(request, env());
    const secured = securityHeaders((request.url ?? "/").split("?")[0] ?? "/", { dev, https });
    request.headers[POLICY] = secured[POLICY];
    for (const [name, value] of Object.entries(secured)) response.setHeader(name, value);
    const early =
      misdirected(request, asked, publicUrl) ??
      (target.kind === "ok" ? turnAway(request, response, uploads) : refuse(target));
    if (early) return sendResponse(early, request, response);
    const probe = await answerProbe(request, () => waitFor(loaded));
    if (probe) return sendResponse(probe, request, response);
    if (!dev && (await pages.answer(request, response))) return;
    if (await answerForm(request, response)) return;
    if (!(await answerGone(request, response))) await render(request, response);
  };
  server.on("request", (request, response) => {
    atHand++;
    const answered = answer(request, response).finally(() => atHand--);
    answered.catch((error: unknown) => {
      if (!request.complete && request.destroyed) return;
      const unavailable = isUnavailable(error);
      log().error({ err: error }, unavailable ? "the database does not answer" : "a request failed by a fault of ours");
      if (response.headersSent) return response.end();
      void sendResponse(faultPage(unavailable ? "unavailable" : "internal"), request, response);
    });
  });
  answerOddities(server, https);
  if (dev) await loaded;
  await listen(front ?? listeningOf(server), beside);
  // Those who have waited for the port come first, if what they want is at hand.
  for (let i = 0; i < FIRST_TURNS || (atHand > 0 && i < LAST_TURNS); i++) await setTimeout(TURN_MS);
  opened.resolve();
}

/** How often it is looked whether those who have waited for the port are seen to, at least and at most, in milliseconds. */
const [TURN_MS, FIRST_TURNS, LAST_TURNS] = [10, 2, 20];

/** Loads what renders the pages; the process ends where that cannot be. */
async function loadPages(dev: boolean, httpServer: Server): Promise<Render> {
  try {
    const { default: next } = await import("next");
    // Where it can, the framework takes over connections that ask for another protocol: only development has one.
    const app = next({ dev, dir: ROOT, port: env().port, httpServer });
    await app.prepare();
    return app.getRequestHandler();
  } catch (error) {
    return refuseToStart(`The pages cannot be loaded: ${String(error)}`);
  }
}

/** The thread that clients come to, which opens its port later. */
function frontOf(server: Server, kept: RememberedStore, loaded: Promise<unknown>): Front {
  const { publicUrl, trustedProxies } = env();
  // Answers are made with what the pages load anyway, and nothing is full before.
  const refusals = loaded.then(fullAnswers);
  const front = createFront(server, kept, { settings: { publicUrl, trustedProxies }, refusals });
  places().whenRoomChanges(front.setRoom);
  return front;
}

/** Files for the pages of reports. A page says how long its report is kept, and whether all of it is a demo. */
function pageFiles(): PageFiles {
  const { dataDir, reportDays = "all" } = env();
  return openPageFiles(join(dataDir, "pages"), [buildId(), reportDays, ...(isDemo() ? ["demo"] : [])].join("."));
}

/**
 * Files for the first page: of this build alone, with these settings and samples, and what a language or a time may be shown by.
 * Where this process is to be found, and its data, no page says by itself.
 */
function drawnPages(): DrawnPages {
  const { port: _, dataDir: _itsOwn, internalUrl: _others, ...settings } = env();
  const { LANG, LC_ALL, TZ } = process.env;
  const key = drawnUnder(buildId(), settings, isDemo(), shownInDemo(), [LANG, LC_ALL, TZ]);
  return openDrawnPages(join(ROOT, ".next/drawn"), key);
}

const buildId = (): string => readFileSync(join(ROOT, ".next/BUILD_ID"), "utf8").trim();

/** Empties what is older than is kept. */
async function expire(kept: Store, reportDays: number | undefined): Promise<void> {
  if (reportDays === undefined) return;
  await expireReports(kept, reportDays);
  await expireOthers([await plans(), await keptLogs()], reportDays);
  await expirePools(await pools(), reportDays);
}

/** What ran out while nothing ran is gone before anybody asks for it; where that is very much, soon after. */
const expireFirst = (kept: Store, reportDays: number | undefined): Promise<unknown> =>
  Promise.race([
    expire(kept, reportDays).catch((error: unknown) => log().error({ err: error }, "nothing could be expired")),
    setTimeout(EXPIRE_MS, undefined, { ref: false }),
  ]);

/** Does what is to be done beside checks: here, or wherever the database is shared with. */
async function beginJobs(kept: Store, reportDays: number | undefined): Promise<void> {
  try {
    const known = await jobs();
    if (reportDays !== undefined) await known.hourly(EXPIRY);
    // One that was put in while reports were to expire does nothing once they stay.
    await known.work(EXPIRY, () => expire(kept, reportDays));
    await known.hourly(FORGETTING);
    await known.work(FORGETTING, async () => {
      await kept.forgetDeleted();
    });
    await known.hourly(LOST_POOLS);
    await known.work(LOST_POOLS, async () => endLostPools(await pools()));
    if (env().probeDomain) await forgetListens();
    await known.work(POOL_JOBS, (payload) => workOnPool(payload, known));
    await beginWatches(known);
  } catch (error) {
    log().error({ err: error }, "no jobs are done here");
  }
}

/** Listens for mail servers that send, before anybody is told that the service is there. */
async function beginListening(): Promise<void> {
  const { smtpListen, probeDomain } = env();
  const listener = await startListening().catch((error: NodeJS.ErrnoException) => {
    const place = `${smtpListen?.address} port ${smtpListen?.port}`;
    refuseToStart(
      error.code === "EACCES"
        ? `SMTP_LISTEN: ${place} needs the right to bind ports below 1024 (CAP_NET_BIND_SERVICE).`
        : `SMTP_LISTEN: ${place} cannot be used: ${error.message}`,
    );
  });
  if (listener) console.log(`Mail servers that send to ${probeDomain} are listened for at port ${listener.port}`);
}

/** Opens the port and tells the other instances. */
async function listen(listening: Listening, beside: Promise<unknown>): Promise<void> {
  const { port, publicUrl, internalUrl, databaseUrl } = env();
  // Nobody's first request comes before checks can be made. They wait until the guard knows which addresses are our own.
  await beside;
  const actual = await listening.open(port).catch((error: NodeJS.ErrnoException) => {
    const inUse = error.code === "EADDRINUSE";
    refuseToStart(inUse ? `Port ${port} is in use already: set PORT to a free one.` : `Port ${port}: ${error.message}`);
  });
  keepLookingAtOwnNetwork();
  endBySignals(listening);
  const own = internalUrl ?? `http://${hostname()}:${actual}`;
  if (!(await database()).readOnly)
    await announce(own, endAbandoned).catch((error: unknown) =>
      log().warn(`${databaseUrl ? "The database" : "The file in DATA_DIR"} cannot be written: ${String(error)}`),
    );
  console.log(`Nameplate is at ${publicUrl ?? `http://localhost:${actual}`}`);
}

/** What comes within so many milliseconds was one word. */
const TWICE_MS = 500;

/** Sees to a proper end where the process is told to end. */
function endBySignals(listening: Listening): void {
  let asked: number | undefined;
  const stop = async () => {
    if (asked !== undefined) {
      // Asked twice, somebody means it; but npm passes on what the terminal has told us as well.
      if (performance.now() - asked > TWICE_MS) process.exit(1);
      return;
    }
    asked = performance.now();
    const closed = listening.close();
    stopRuns();
    await ownListener().at?.close();
    await drain();
    await leave();
    if (env().role !== "web" && !(await database()).readOnly) await (await jobs()).stop();
    listening.closeIdle();
    await Promise.race([closed, setTimeout(2_000)]);
    await (await store()).close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
}
