import { createVantage } from "./checks/gather/vantage.ts";
import type { Vantage } from "./checks/vantage.ts";
import { env } from "./env.ts";
import { shared } from "./shared.ts";

/** Where this process looks from. Always the same object: what its checks share hangs on it. */
export const vantage = (): Vantage =>
  shared("vantage", () => {
    const { vantageLabel, resolvers, allowed, ehloName, smtpReference, spamhausKey, abusixKey } = env();
    return createVantage({ label: vantageLabel, resolvers, allowed, ehloName, smtpReference, spamhausKey, abusixKey });
  });

/** Puts another vantage in its place, before the first check: the demo's. */
export function lookFrom(other: Vantage): void {
  if (shared("vantage", () => other) !== other) throw new Error("the vantage is in use already");
}
