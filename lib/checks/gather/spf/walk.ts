import { recordsOf } from "../../facts/lookup.ts";
import type { SpfWalk, SpfWalkReached, SpfWalkRecord } from "../../facts/spf.ts";
import type { MacroString, Term } from "../../facts/spf-record.ts";
import { expandMacros } from "../../formats/spf/macro.ts";
import { isNearlySpf, isSpf, parseSpf } from "../../formats/spf/spf-syntax.ts";
import { targetName } from "../../formats/spf/target-name.ts";
import type { DomainName } from "../../net/domain-name.ts";
import type { DnsClient } from "../dns/client.ts";
import { isDynamic } from "./names.ts";

/** Terms that ask the DNS, followed in one walk. Receivers stop at ten; past this the count no longer matters. */
const MAX_FOLLOWED = 30;

/**
 * Follows everything behind one domain's SPF record, whoever sends and whatever would match: all includes and the
 * redirect, the addresses of `a`, the MX of `mx`. Records side by side are asked at the same time.
 */
export async function walkSpf(domain: DomainName, dns: Pick<DnsClient, "ask">): Promise<SpfWalk> {
  let followed = 0;
  let complete = true;

  async function visit(name: DomainName, above: readonly DomainName[]): Promise<SpfWalkRecord> {
    const lookup = await dns.ask(name, "TXT");
    const texts = lookup.kind === "failed" ? [] : recordsOf(lookup);
    const records = texts.filter(isSpf);
    const nearMisses = texts.filter(isNearlySpf);
    const [text] = records;
    const base = { domain: name, lookup, records, nearMisses };
    if (text === undefined || records.length > 1) return { ...base, reached: {} };
    const parsed = parseSpf(text);
    const reached: Record<number, SpfWalkReached> = {};
    // What stands after `all`, and a redirect beside it, no receiver ever comes to.
    const all = parsed.terms.findIndex(({ kind }) => kind === "all");
    await Promise.all(
      parsed.terms.map(async (term, i) => {
        if (all >= 0 && (i > all || term.kind === "redirect")) return;
        const found = await reach(term, name, [...above, name]);
        if (found) reached[i] = found;
      }),
    );
    return { ...base, parsed, reached };
  }

  async function reach(term: Term, at: DomainName, above: readonly DomainName[]): Promise<SpfWalkReached | undefined> {
    if (!asks(term)) return undefined;
    if (term.kind === "ptr" || isDynamic(term.domain)) return { kind: "dynamic" };
    const name = nameOf(term.domain, at, domain);
    if (!name) return { kind: "bad-name" };
    if (followed >= MAX_FOLLOWED) {
      complete = false;
      return { kind: "left-out" };
    }
    followed++;
    if (term.kind === "a") {
      const [a, aaaa] = await Promise.all([dns.ask(name, "A"), dns.ask(name, "AAAA")]);
      return { kind: "hosts", name, a, aaaa };
    }
    if (term.kind === "mx") return { kind: "mx", name, mx: await dns.ask(name, "MX") };
    if (term.kind === "exists") return { kind: "exists", name, a: await dns.ask(name, "A") };
    if (above.includes(name)) return { kind: "loop", domain: name };
    return { kind: "record", record: await visit(name, above) };
  }

  return { domain, root: await visit(domain, []), complete };
}

type Asking = Extract<
  Term,
  { kind: "include" } | { kind: "redirect" } | { kind: "a" } | { kind: "mx" } | { kind: "ptr" } | { kind: "exists" }
>;
const ASKING: readonly Term["kind"][] = ["include", "redirect", "a", "mx", "ptr", "exists"];
const asks = (term: Term): term is Asking => ASKING.includes(term.kind);

/** The name a term asks for where it does not depend on the message: only `%{d}` and `%{o}` are filled in. */
function nameOf(spec: MacroString | undefined, at: DomainName, domain: DomainName): DomainName | undefined {
  if (!spec) return at;
  return targetName(expandMacros(spec, { s: "", l: "", i: "", p: "", v: "", h: "", o: domain, d: at }));
}
