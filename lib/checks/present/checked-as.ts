import type { PresentedReport, PresentedVerdict } from "./presented.ts";

type Seen = Pick<PresentedReport, "target" | "verdicts">;

/** As what a target was checked: what the reader said, else what the check itself found. */
export interface CheckedAs {
  readonly from?: string;
  readonly helo?: string;
  readonly selectors: readonly string[];
}

/** What the options of a fresh check are filled in with. A value that nothing was seen of is absent. */
export function checkedAs({ target, verdicts }: Seen): CheckedAs {
  const { from, helo, selectors } = target.claims;
  const domain =
    from ?? (target.kind === "domain" ? target.domain : firstOf(verdicts, ["spf", "dmarc", "mx"], "domain"));
  const said = helo ?? firstOf(verdicts, ["ehlo-name"], "ehlo");
  const keys = verdicts.flatMap(({ signal, evidence }) => (signal === "dkim-keys" ? (evidence.selector ?? []) : []));
  return {
    ...(domain ? { from: domain } : {}),
    ...(said ? { helo: said } : {}),
    selectors: selectors.length > 0 ? selectors : keys,
  };
}

/** Whose network an address is in, as the registry and the list of announced networks have it. */
export interface NetworkSeen {
  /** Who holds the addresses; foreign text. */
  readonly holder?: string;
  readonly asn?: string;
  readonly prefix?: string;
}

/** The network of the address that was checked; of several, of the first. Undefined where nobody said. */
export function networkSeen({ verdicts }: Pick<PresentedReport, "verdicts">): NetworkSeen | undefined {
  const known = verdicts.find(({ signal, outcome }) => signal === "network" && outcome === "known");
  if (!known) return undefined;
  const { holder, asName, asn, prefix, range } = known.evidence;
  const name = holder?.[0] ?? asName?.[0];
  const block = prefix?.[0] ?? range?.[0];
  return {
    ...(name ? { holder: name } : {}),
    ...(asn?.[0] ? { asn: asn[0] } : {}),
    ...(block ? { prefix: block } : {}),
  };
}

function firstOf(verdicts: readonly PresentedVerdict[], signals: readonly string[], key: string): string | undefined {
  for (const id of signals) {
    const value = verdicts.find(({ signal, evidence }) => signal === id && evidence[key]?.length)?.evidence[key]?.[0];
    if (value) return value;
  }
  return undefined;
}
