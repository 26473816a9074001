import { setTimeout } from "node:timers/promises";
import { createVantage, type Vantage } from "../checks/index.ts";
import { env } from "./env.ts";
import { shared } from "./shared.ts";

/** Where this process looks from. Always the same object: what its checks share is kept with it. */
export const vantage = (): Vantage =>
  shared("vantage", () => {
    const { vantageLabel: label, resolvers, allowed, publicUrl, ehloName, smtpReference } = env();
    const { spamhausKey, abusixKey, manners: limits, optOut } = env();
    const publicHost = publicUrl && new URL(publicUrl).hostname;
    const keys = { spamhausKey, abusixKey };
    return createVantage({ label, resolvers, allowed, publicHost, ehloName, smtpReference, limits, optOut, ...keys });
  });

/** How long to wait for the addresses of PUBLIC_URL, in milliseconds; they are looked up again later. */
const GUARD_MS = 3_000;

/** Settles when the guard knows which addresses are our own, or has been waited for long enough. */
export const guardKnown = ({ ready }: Pick<Vantage, "ready">): Promise<unknown> =>
  Promise.race([ready, setTimeout(GUARD_MS, undefined, { ref: false })]);

/** The same of this process, whoever asks first. */
export const ownGuardKnown = (): Promise<unknown> => shared("guard.known", () => guardKnown(vantage()));

/** Puts another vantage in its place, before the first check: the demo's. */
export function lookFrom(other: Vantage): void {
  if (shared("vantage", () => other) !== other) throw new Error("the vantage is in use already");
}
