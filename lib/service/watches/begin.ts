import { z } from "zod";
import { env } from "../env.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { log } from "../log.ts";
import { watches } from "../store/current.ts";
import { CHECKS, LOOKS, TIDYING, WEBHOOKS } from "./kinds.ts";
import { lookOnce, reportOnce } from "./look.ts";
import { putNextJobs } from "./next-jobs.ts";
import { sendMessage } from "./webhooks.ts";

const DAY_MS = 86_400_000;
/** A watch that has ended can be read for so many days, or for as long as reports are kept. */
const KEPT_DAYS = 30;
/** How often we look for watches that nobody is at, and how late one has to be for that, in milliseconds. */
const SWEEP_MS = 60_000;
const SWEPT_AT_ONCE = 200;

const ofLook = z.object({ id: z.string(), look: z.number() });
const ofMessage = ofLook.extend({ tries: z.number() });

/** Looks, reports and tells in this process, and sees to those that another one has left. */
export async function beginWatches(jobs: Jobs): Promise<void> {
  await jobs.work(LOOKS, async (job) => {
    const { id, look } = ofLook.parse(job);
    await lookOnce(id, look);
  });
  await jobs.work(CHECKS, async (job) => {
    const { id, look } = ofLook.parse(job);
    await reportOnce(id, look);
  });
  await jobs.work(WEBHOOKS, async (job) => {
    const { id, look, tries } = ofMessage.parse(job);
    await sendMessage(id, look, tries);
  });
  await jobs.hourly(TIDYING);
  await jobs.work(TIDYING, async () => {
    const kept = await watches();
    const count = await kept.forget(Date.now() - Math.min(KEPT_DAYS, env().reportDays ?? KEPT_DAYS) * DAY_MS);
    if (count > 0) log().info({ count }, "ended watches were emptied");
  });
  await sweep(0).catch(sweepFailed);
  setInterval(() => void sweep(SWEEP_MS).catch(sweepFailed), SWEEP_MS).unref();
}

/**
 * Jobs are tried a few times and then given up, as after an outage of the database: a watch is not. Whatever should have
 * been done by then is put in again.
 */
async function sweep(lateMs: number): Promise<void> {
  for (const id of await (await watches()).overdue(Date.now() - lateMs, SWEPT_AT_ONCE)) await putNextJobs(id);
}

const sweepFailed = (error: unknown) => log().error({ err: error }, "watches that are late could not be looked for");
