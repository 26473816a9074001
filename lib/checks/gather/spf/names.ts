import { type LookupOf, type RecordType, recordsOf } from "../../facts/lookup.ts";
import type { SpfEvaluation } from "../../facts/spf.ts";
import type { MacroLetter, MacroString } from "../../facts/spf-record.ts";
import { expandMacros, lettersOf, type MacroValues } from "../../formats/spf/macro.ts";
import { targetName } from "../../formats/spf/target-name.ts";
import { family, type IpAddress, reverseLabels, reverseName } from "../../net/address.ts";
import { type DomainName, isWithin } from "../../net/domain-name.ts";
import type { DnsClient } from "../dns/client.ts";

/** RFC 7208 section 4.6.4: PTR records beyond the tenth are ignored. */
const MAX_PTR = 10;

/** The letters that depend on the message, not on the domain. */
const DYNAMIC: readonly MacroLetter[] = ["s", "l", "i", "p", "v", "h"];

/** Whether the text of a domain-spec differs from message to message. */
export function isDynamic(spec: MacroString | undefined): boolean {
  const letters = lettersOf(spec ?? []);
  return DYNAMIC.some((letter) => letters.has(letter));
}

/** How one evaluation asks and names: each question once, macros filled with this message. */
export interface Names {
  readonly ask: DnsClient["ask"];
  /** A or AAAA, as the client's address is. */
  readonly askAddresses: (name: DomainName) => Promise<LookupOf<"A"> | LookupOf<"AAAA">>;
  readonly isDynamic: typeof isDynamic;
  readonly expand: (spec: MacroString, domain: string) => Promise<string>;
  /** The same without asking anything; undefined where `%{p}` would need to. */
  readonly expandNow: (spec: MacroString, domain: string) => string | undefined;
  /** The client's PTR names that resolve to it, only those within `zone` where it is given (section 5.5). */
  readonly validated: (zone?: DomainName) => Promise<{ names: DomainName[]; void: boolean }>;
  readonly unsettled: SpfEvaluation["unsettled"][number][];
  readonly macros: Set<MacroLetter>;
}

export interface Message {
  readonly ip: IpAddress;
  readonly domain: string;
  readonly sender?: string;
  readonly helo?: string;
  readonly dns: Pick<DnsClient, "ask">;
}

export function createNames({ ip, domain, sender, helo, dns }: Message): Names {
  const asked = new Map<string, Promise<LookupOf<RecordType>>>();
  const unsettled: Names["unsettled"] = [];
  const macros: Names["macros"] = new Set();
  const v6 = family(ip) === 6;
  const values = messageValues(ip, domain, sender, helo);

  const ask = <K extends RecordType>(name: DomainName, type: K): Promise<LookupOf<K>> => {
    const key = `${type} ${name}`;
    const lookup = asked.get(key) ?? (dns.ask(name, type) as Promise<LookupOf<RecordType>>);
    asked.set(key, lookup);
    return lookup as Promise<LookupOf<K>>;
  };
  const askAddresses = (name: DomainName): Promise<LookupOf<"A"> | LookupOf<"AAAA">> =>
    v6 ? ask(name, "AAAA") : ask(name, "A");

  async function validated(zone?: DomainName) {
    const reverse = await ask(reverseName(ip), "PTR");
    if (reverse.kind === "failed") {
      unsettled.push(reverse);
      return { names: [], void: false };
    }
    const names = recordsOf(reverse)
      .slice(0, MAX_PTR)
      .filter((name) => !zone || isWithin(name, zone));
    const lookups = await Promise.all(names.map(askAddresses));
    const good = names.filter((_, i) => {
      const lookup = lookups[i];
      return lookup?.kind === "answer" && lookup.records.includes(ip);
    });
    if (good.length === 0) unsettled.push(...lookups.filter((lookup) => lookup.kind === "failed"));
    return { names: good, void: reverse.kind !== "answer" };
  }

  /** Section 7.3: the domain itself, else a name below it, else any validated name, else "unknown". */
  async function validatedName(within: string): Promise<string> {
    const zone = targetName(within);
    const { names } = await validated();
    return (zone && (names.find((n) => n === zone) ?? names.find((n) => isWithin(n, zone)))) ?? names[0] ?? "unknown";
  }

  const fill = (spec: MacroString, d: string, p: string) => expandMacros(spec, { ...values, d, p }).replace(/\.$/, "");
  return {
    ask,
    askAddresses,
    isDynamic,
    validated,
    unsettled,
    macros,
    expand: async (spec, d) => {
      for (const letter of lettersOf(spec)) macros.add(letter);
      return fill(spec, d, lettersOf(spec).has("p") ? await validatedName(d) : "");
    },
    expandNow: (spec, d) => (lettersOf(spec).has("p") ? undefined : fill(spec, d, "")),
  };
}

/** Section 7.2. The local-part is "postmaster" where there is none (section 4.3). */
function messageValues(ip: IpAddress, domain: string, sender = "", helo?: string): Omit<MacroValues, "d" | "p"> {
  const at = sender.lastIndexOf("@");
  const local = at > 0 ? sender.slice(0, at) : "postmaster";
  const o = (at < 0 ? "" : sender.slice(at + 1)) || domain;
  // IPv6 addresses are spelled in nibbles with dots, in the order they are written.
  const i = family(ip) === 4 ? ip : reverseLabels(ip).split(".").reverse().join(".");
  return { s: `${local}@${o}`, l: local, o, i, v: family(ip) === 4 ? "in-addr" : "ip6", h: helo ?? "unknown" };
}
