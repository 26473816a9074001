import type { Evidence, Status } from "../../define/signal.ts";
import { plain, type Text } from "../../net/safe-text.ts";
import { compareReports } from "../compare/compare.ts";
import { silentHolders } from "../compare/silent-lists.ts";
import { receiverCounts, type Stance, stanceOf } from "../receiver-counts.ts";
import { isV6 } from "../sending/ipv6-line.ts";
import type { SeenAddress } from "../sending/sending-input.ts";
import { verdictOf } from "../sending/tick.ts";

/** Old and new, side by side. A side is undefined where that question was not judged there. */
export interface Difference {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  /** Known on both sides, and not the same. */
  readonly differs: boolean;
  /** One side could not be checked: whether they differ is not known. */
  readonly unknown: boolean;
}

interface Side {
  readonly status: Status;
  readonly says: Text;
}

/** A receiver that would do another thing with mail from the new address. */
export interface ReceiverDifference {
  readonly receiver: string;
  readonly name: string;
  readonly before: Stance;
  readonly after: Stance;
}

/** An old address and the new one that takes its place. */
export interface AddressPair {
  readonly before: { readonly address: string; readonly report: string };
  readonly after: { readonly address: string; readonly report: string };
  readonly differences: readonly Difference[];
  readonly receivers: {
    readonly before: string;
    readonly after: string;
    readonly changed: readonly ReceiverDifference[];
  };
}

/** What an identity is made of, and the verdicts about each; in the order of a report. */
interface Aspect {
  readonly id: string;
  readonly title: string;
  readonly signals: readonly string[];
  /** It is about a name, so that another name is another answer. */
  readonly names?: true;
  /** What is compared of the evidence, where the words also tell who was asked. */
  readonly evidence?: readonly string[];
}
const ASPECTS: readonly Aspect[] = [
  { id: "ptr", title: "PTR record", signals: ["reverse-dns", "ptr-hostname", "single-ptr"], names: true },
  { id: "ptr-kind", title: "Kind of PTR name", signals: ["generic-ptr"] },
  { id: "forward", title: "Forward confirmation", signals: ["fcrdns"] },
  { id: "ehlo", title: "EHLO name", signals: ["ehlo-name"], names: true },
  { id: "greeting", title: "Greeting", signals: ["greeting-name"], names: true },
  { id: "tls", title: "STARTTLS and certificate", signals: ["starttls", "certificate-name", "certificate-trust"] },
  { id: "spf", title: "SPF covers it", signals: ["spf"] },
  { id: "helo-spf", title: "SPF of the EHLO name", signals: ["helo-spf"] },
  { id: "lists", title: "Blocklists", signals: ["dnsbl"], evidence: ["listed", "also"] },
  { id: "allow-lists", title: "Allow list", signals: ["dnswl"], evidence: ["listed"] },
  { id: "network", title: "Provider and network", signals: ["network"] },
  { id: "ipv6", title: "IPv6", signals: ["ipv6-parity"] },
];

/** Two addresses side by side, by the same comparison as two reports. */
export function comparePair(before: SeenAddress, after: SeenAddress): AddressPair {
  const { changed, otherEvidence } = compareReports(before.report, after.report);
  const has = (pairs: readonly { readonly signal: string }[], signal: string) =>
    pairs.some((pair) => pair.signal === signal);
  const differences = ASPECTS.map((aspect): Difference => {
    const { id, title, signals } = aspect;
    const differing =
      signals.find((one) => has(changed, one)) ??
      // Evidence that is another one because the address is says nothing: what is said of it has to differ, too.
      signals.find(
        (one) =>
          has(otherEvidence, one) && comparable(before, after, one, aspect) !== comparable(after, before, one, aspect),
      );
    const open = signals.find(
      (one) =>
        [before, after].some((side) => sideOf(side, one)?.status === "unknown") ||
        // A list that has one address and said nothing of the other.
        silentHolders(evidenceOf(before, one), evidenceOf(after, one)).length > 0 ||
        silentHolders(evidenceOf(after, one), evidenceOf(before, one)).length > 0,
    );
    // The one that differs speaks for its aspect, or the one that is open: the others say the same on both sides.
    const shown = differing ?? open ?? signals[0] ?? "";
    return {
      ...{ id, title, before: sideOf(before, shown), after: sideOf(after, shown) },
      differs: differing !== undefined,
      unknown: differing === undefined && open !== undefined,
    };
  });
  return {
    before: { address: before.address, report: before.id },
    after: { address: after.address, report: after.id },
    differences,
    receivers: {
      before: receiverCounts(before.report.receivers),
      after: receiverCounts(after.report.receivers),
      changed: receiverDifferences(before, after),
    },
  };
}

const evidenceOf = (one: SeenAddress, signal: string): Evidence => verdictOf(one, signal)?.evidence ?? {};

/**
 * What is said of an address, with the address itself, and its names where those are not the point, left out; of lists
 * those that have it and said something of the other one, too.
 */
function comparable(one: SeenAddress, other: SeenAddress, signal: string, aspect: Aspect): string {
  const { names, evidence } = aspect;
  if (evidence) {
    const own = evidenceOf(one, signal);
    const silent = silentHolders(own, evidenceOf(other, signal));
    const listed = evidence.flatMap((key) => own[key] ?? []);
    return listed
      .filter((list) => !silent.includes(list))
      .toSorted()
      .join(" ");
  }
  const said = plain(sideOf(one, signal)?.says ?? []);
  const own = [one.address, ...(names ? [] : (one.raw.remedies[0]?.ptr ?? []))];
  return own.reduce((words, value) => words.replaceAll(value, "…"), said);
}

function sideOf(seen: SeenAddress, signal: string): Side | undefined {
  const verdict = verdictOf(seen, signal);
  return verdict && { status: verdict.status, says: verdict.says };
}

function receiverDifferences(old: SeenAddress, next: SeenAddress): ReceiverDifference[] {
  return next.report.receivers.flatMap((now): ReceiverDifference[] => {
    const was = old.report.receivers.find(({ receiver }) => receiver === now.receiver);
    const [before, after] = [was && stanceOf(was), stanceOf(now)];
    // Where it is not known what one would do, it is not known whether that differs.
    if (!before || before === after || [before, after].includes("cannot-tell")) return [];
    return [{ receiver: now.receiver, name: now.name, before, after }];
  });
}

/**
 * Which old address each new one takes the place of: the one at the same place among those of its family, else the first
 * of its family, else the first. An old one that nobody follows stands beside the first new one of its family.
 */
export function pairUp(
  before: readonly SeenAddress[],
  after: readonly SeenAddress[],
): readonly (readonly [SeenAddress, SeenAddress])[] {
  const partner = (one: SeenAddress, own: readonly SeenAddress[], others: readonly SeenAddress[]) => {
    const alike = (all: readonly SeenAddress[]) => all.filter(({ address }) => isV6(address) === isV6(one.address));
    const family = alike(others);
    return family[alike(own).indexOf(one)] ?? family[0] ?? others[0];
  };
  const pairs = after.flatMap((one): (readonly [SeenAddress, SeenAddress])[] => {
    const old = partner(one, after, before);
    return old ? [[old, one]] : [];
  });
  const left = before.filter((one) => !pairs.some(([old]) => old === one));
  return [
    ...pairs,
    ...left.flatMap((one): (readonly [SeenAddress, SeenAddress])[] => {
      const next = partner(one, before, after);
      return next ? [[one, next]] : [];
    }),
  ];
}
