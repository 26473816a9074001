import type { DkimKeys } from "../facts/dkim.ts";
import type { Facts } from "../facts/facts.ts";
import type { ListResult } from "../facts/lists.ts";
import type { Lookup } from "../facts/lookup.ts";
import type { SpfEvaluation, SpfResult } from "../facts/spf.ts";
import type { Findings } from "../findings/findings.ts";
import { ADDRESS_LISTS } from "../formats/dnsbl/address-lists.ts";
import { family, type IpAddress } from "../net/address.ts";
import { type DomainName, parseName } from "../net/domain-name.ts";
import { about, answer, failed, forward, ip, name, nodata, nxdomain } from "./facts.ts";
import { nothingAnswered } from "./nothing-answered.ts";
import { noSession, session } from "./sessions.ts";

/** What may be wrong with an identity; without anything, it is whole. */
export interface Flaws {
  readonly address?: string;
  readonly ptr?: readonly string[];
  /** Whether the PTR question has no record, or got no answer. */
  readonly reverse?: "none" | "silent";
  /** Where the names lead; `first` is: only the first one back. */
  readonly forward?: "back" | "first" | "elsewhere" | "nearby" | "none" | "silent";
  /** The word said in EHLO; empty where it is not known. */
  readonly ehlo?: string;
  readonly ehloLeads?: "back" | "elsewhere" | "nodata" | "nxdomain" | "silent";
  /** Whether the reader told us that word. */
  readonly told?: boolean;
  readonly from?: DomainName;
  readonly spf?: SpfResult;
  /** The same for the EHLO name. */
  readonly heloSpf?: SpfResult;
  /** Selectors that the reader says sign, under which nothing stands. */
  readonly emptySelectors?: readonly string[];
  /** Return codes by the id of a blocklist; every list of addresses answers then, most of them that it has not heard of it. */
  readonly lists?: Readonly<Record<string, string>>;
}

/** Facts of an address that leads to a name and back and says that name in EHLO, but for its flaws. */
export function identity(flaws: Flaws = {}): Facts & Pick<Findings, "sender"> {
  const address = ip(flaws.address ?? "203.0.113.10");
  const names = (flaws.ptr ?? ["mail.example.com"]).map(name);
  const reverse = { none: nxdomain, silent: failed("servfail") };
  const word = flaws.ehlo ?? names[0] ?? "";
  const said = /[[\]:]|^[\d.]+$/.test(word) ? undefined : parseName(word);
  const looked = said?.includes(".") ? forward(said, leads(flaws.ehloLeads ?? "back", address)) : undefined;
  const told = flaws.told && said;
  return {
    ...nothingAnswered,
    address,
    claims: { selectors: [], ...(told ? { helo: said } : {}), ...(flaws.from ? { from: flaws.from } : {}) },
    reverse: flaws.reverse ? about("10.113.0.203.in-addr.arpa", "PTR", reverse[flaws.reverse]) : answer(...names),
    forward: flaws.reverse
      ? []
      : names.map((one, i) => {
          const where = flaws.forward ?? "back";
          const lookup = leads(where === "first" ? (i === 0 ? "back" : "elsewhere") : where, address);
          return forward(one, about(one, family(address) === 4 ? "A" : "AAAA", lookup));
        }),
    smtp: word && !told ? session({ ehlo: word }) : noSession("filtered"),
    mailNames: looked ? (told ? { claimed: looked } : { ehlo: looked }) : {},
    sender: flaws.from ? { domain: flaws.from, origin: "given" } : { domain: undefined, why: "no-ptr" },
    spf: flaws.from && flaws.spf ? evaluation(flaws.spf, address, flaws.from) : undefined,
    heloSpf: flaws.heloSpf && said ? evaluation(flaws.heloSpf, address, said) : undefined,
    dkim: flaws.from && flaws.emptySelectors ? emptyKeys(flaws.from, flaws.emptySelectors) : undefined,
    dnsbl: flaws.lists ? listings(flaws.lists, address) : nothingAnswered.dnsbl,
  };
}

function leads(where: string, address: IpAddress): Lookup<IpAddress> {
  const six = family(address) === 6;
  switch (where) {
    case "back":
      return answer(address);
    case "elsewhere":
      return answer(ip(six ? "2001:db8:ffff::7" : "198.51.100.7"));
    case "nearby":
      return answer(ip(six ? "2001:db8::ff" : "203.0.113.99"));
    case "nxdomain":
      return nxdomain;
    case "silent":
      return failed("servfail");
    default:
      return nodata;
  }
}

const evaluation = (result: SpfResult, address: IpAddress, domain: DomainName): SpfEvaluation => ({
  result,
  address,
  domain,
  path: [],
  lookups: 0,
  voids: 0,
  unsettled: [],
  macros: [],
  root: { domain, result, lookups: 0, terms: [] },
});

const emptyKeys = (domain: DomainName, selectors: readonly string[]): DkimKeys => {
  const nothing = (selector: string) => about(`${selector}._domainkey.${domain}`, "TXT", nxdomain);
  return {
    domain,
    selectors: selectors.map((selector) => ({ selector, given: true, lookup: nothing(selector) })),
    control: nothing("control"),
  };
};

const listings = (codes: Readonly<Record<string, string>>, address: IpAddress): ListResult[] =>
  ADDRESS_LISTS.filter(({ families }) => families.includes(family(address))).map(({ id }) => ({
    list: id,
    about: address,
    said: { kind: "answered", addresses: codes[id] ? [ip(codes[id])] : [], reasons: [] },
  }));
