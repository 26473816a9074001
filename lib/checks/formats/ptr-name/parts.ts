import { type DomainName, labels, registeredDomain } from "../../net/domain-name.ts";

/** A run of letters or of digits inside a name, and where it is. */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The index of its label, the leftmost being 0. */
  readonly label: number;
}

/** A PTR name taken apart once, for all rules. Its organisation's own domain says who runs it, the rest what it is. */
export interface NameParts {
  readonly name: string;
  /** The labels below the organisational domain, leftmost first; none where the name is that domain. */
  readonly host: readonly string[];
  /** The organisation's own label: `telia` in `h1.telia.com`. */
  readonly organisation: string;
  /** Digit runs of the whole name: addresses run on into the registered domain (`ip84.ip-54-37-132.eu`). */
  readonly digits: readonly Run[];
  /** Letter runs of the host labels. */
  readonly letters: readonly Run[];
  /** Letter runs of the organisation's label. */
  readonly organisationLetters: readonly Run[];
}

export function takeApart(name: DomainName): NameParts {
  // Escapes (\DDD) and punycode carry digits that nobody wrote.
  const plain = name.replace(/\\\d{3}|\\./g, "_").replace(/(^|\.)xn--[^.]*/g, "$1_");
  const all = plain.split(".");
  // Under a hosting company's private suffix (`hstgr.cloud`) what stands below is as much made as elsewhere.
  const domain = registeredDomain(name);
  const hostCount = domain ? Math.max(0, all.length - labels(domain).length) : Math.max(0, all.length - 1);
  return {
    name: plain,
    host: all.slice(0, hostCount),
    organisation: all[hostCount] ?? "",
    digits: runs(plain, /\d+/g),
    letters: runs(plain, /[a-z]+/g).filter((run) => run.label < hostCount),
    organisationLetters: runs(plain, /[a-z]+/g).filter((run) => run.label === hostCount),
  };
}

function runs(text: string, pattern: RegExp): Run[] {
  let label = 0;
  let at = 0;
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
    for (; at < index; at++) if (text[at] === ".") label++;
    return { text: found, start: index, end: index + found.length, label };
  });
}
