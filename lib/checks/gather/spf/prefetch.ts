import { recordsOf } from "../../facts/lookup.ts";
import type { HostMechanism, Mechanism, SpfRecord } from "../../facts/spf-record.ts";
import { directives, isSpf, parseSpf } from "../../formats/spf/spf-syntax.ts";
import { targetName } from "../../formats/spf/target-name.ts";
import { type IpAddress, isInside } from "../../net/address.ts";
import type { Names } from "./names.ts";

/** As many terms as an evaluation may have that ask (RFC 7208 section 4.6.4): no more is ever asked ahead. */
const MAX_AHEAD = 10;

/**
 * Asks ahead of time what a record's terms are going to ask, includes and all, so that an evaluation takes as long as
 * its deepest branch and not as the sum of its terms. It decides nothing: the evaluator asks again and finds the
 * answer there. Where an address of the record itself matches, nothing after it is asked.
 */
export function createPrefetch(names: Names, ip: IpAddress): (domain: string, record: SpfRecord) => void {
  const seen = new Set<string>();
  let ahead = 0;

  function warm(domain: string, record: SpfRecord): void {
    if (seen.has(domain)) return;
    seen.add(domain);
    const { mechanisms, redirect } = directives(record);
    for (const mechanism of mechanisms) {
      if (mechanism.kind === "all") return;
      if ("block" in mechanism) {
        if (isInside(ip, mechanism.block)) return;
      } else warmMechanism(domain, mechanism);
    }
    if (redirect) warmRecord(names.expandNow(redirect.domain, domain));
  }

  function warmMechanism(domain: string, mechanism: HostMechanism | Extract<Mechanism, { kind: "include" }>) {
    const target = mechanism.domain ? names.expandNow(mechanism.domain, domain) : domain;
    if (mechanism.kind === "include") return warmRecord(target);
    const name = target === undefined ? undefined : targetName(target);
    if (!name || ahead++ >= MAX_AHEAD) return;
    if (mechanism.kind === "a") void names.askAddresses(name);
    if (mechanism.kind === "exists") void names.ask(name, "A");
    if (mechanism.kind === "mx") void names.ask(name, "MX");
  }

  async function warmRecord(target: string | undefined): Promise<void> {
    const name = target === undefined ? undefined : targetName(target);
    if (target === undefined || !name || ahead++ >= MAX_AHEAD) return;
    const lookup = await names.ask(name, "TXT");
    const records = lookup.kind === "failed" ? [] : recordsOf(lookup).filter(isSpf);
    if (records.length === 1 && records[0] !== undefined) warm(target, parseSpf(records[0]));
  }

  return warm;
}
