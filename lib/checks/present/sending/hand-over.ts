import type { IpAddress } from "../../net/address.ts";
import { reverseName } from "../../net/address.ts";
import { prose, type Text, text } from "../../net/safe-text.ts";
import { isAnswer } from "../../report/report.ts";
import { guideFor } from "../plan/guide.ts";
import { forwardActor, forwardOwnerSays, GREETING_OWNER, ptrActor, ptrOwnerSays } from "../plan/ownership-words.ts";
import { type Ticket, ticketFor } from "../plan/ticket.ts";
import { plannedRemedy } from "./planned-name.ts";
import type { SeenAddress, SendingAs } from "./sending-input.ts";
import { verdictOf } from "./tick.ts";

/** One thing that somebody can change, for whoever runs the server next. */
export interface HandOverRow {
  readonly id: "ptr" | "forward" | "ehlo" | "spf" | "dkim" | "dmarc";
  readonly title: string;
  /** The address it is about; absent for what is the domain's. */
  readonly address?: string;
  /** The record as it is today, or the name that the server said. */
  readonly now: readonly string[];
  /** Whether that could be found out: if not, nothing in `now` says nothing. */
  readonly known: boolean;
  readonly who: Text;
  /** By name and with the place, where that is known. */
  readonly where?: Text;
  readonly usually: Text;
  /** How long caches keep what is there now, in seconds. */
  readonly ttl?: number;
  readonly ticket?: Ticket;
  /** The page that tells how it is set. */
  readonly guide?: string;
}

const BY_TICKET = prose(
  "In a panel, minutes; by ticket mostly one to three working days. Caches then keep the old answer for its TTL.",
);
const IN_ZONE = prose(
  "At once where you edit the zone. Caches keep the old answer for its TTL, and a missing one as long as the SOA says.",
);
const ON_SERVER = prose("At once, when the mail server reads its configuration again.");

/** Who can change what, where, how long it usually takes, and the text to ask with. */
export function handOver(
  seen: readonly SeenAddress[],
  as: SendingAs,
  at: { readonly url: string; readonly lang?: string },
): readonly HandOverRow[] {
  return [...seen.flatMap((one) => serverRows(one, as, at)), ...domainRows(seen, as)];
}

function serverRows(one: SeenAddress, { name }: SendingAs, at: { url: string; lang?: string }): HandOverRow[] {
  const remedy = plannedRemedy(one, name);
  if (!remedy) return [];
  const { address } = one;
  const { ptr, forward } = remedy.owners;
  const isPtrKnown = isJudged(one, "reverse-dns");
  const seenAt = { at: one.raw.seenAt, url: at.url, isPtrUnknown: !isPtrKnown, ...(at.lang ? { lang: at.lang } : {}) };
  const yours = ptr.outcome === "yours";
  const session = one.raw.sessions.find((each) => each.address === address);
  const heard = session?.ehloName;
  const addresses = remedy.wanted?.addresses ?? [];
  return [
    {
      ...{ id: "ptr", title: "PTR record", address, now: remedy.ptr, known: isPtrKnown },
      who: ptrOwnerSays(ptr.outcome, ptr.evidence),
      ...where(ptrActor(ptr.outcome, ptr.evidence)),
      usually: yours ? IN_ZONE : BY_TICKET,
      ...ttlOf(one, ptr.evidence.owner?.[0] ?? reverseName(address as IpAddress), "PTR"),
      ...(yours ? {} : { ticket: ticketFor(remedy, seenAt), guide: guideFor(remedy).path }),
    },
    {
      ...{ id: "forward", title: "Address record", address, now: addresses, known: remedy.wanted?.leads !== "unknown" },
      who: forwardOwnerSays(forward.outcome, forward.evidence),
      ...where(forwardActor(forward.outcome, forward.evidence)),
      usually: IN_ZONE,
      ...(remedy.wanted ? ttlOf(one, remedy.wanted.name, remedy.type) : {}),
    },
    {
      ...{ id: "ehlo", title: "Greeting and EHLO name", address, now: heard ? [heard] : [] },
      // A server that could not be asked has a name all the same.
      known: session?.connection === "open",
      who: GREETING_OWNER,
      usually: ON_SERVER,
    },
  ];
}

/** What the sending domain publishes, once for all addresses. */
function domainRows(seen: readonly SeenAddress[], { from, selectors }: SendingAs): HandOverRow[] {
  const [one] = seen;
  if (!one || from === undefined) return [];
  const who = text`Whoever runs the DNS zone of ${from}.`;
  const record = (signal: string) => {
    const verdict = one.report.verdicts.find((each) => each.signal === signal);
    const now = verdict?.evidence.record ?? [];
    return { now, known: now.length > 0 || (verdict !== undefined && verdict.status !== "unknown") };
  };
  return [
    {
      ...{ id: "spf", title: "SPF record", ...record("spf"), who, usually: IN_ZONE },
      ...ttlOf(one, from, "TXT"),
    },
    ...selectors.map((selector): HandOverRow => {
      const owner = `${selector}._domainkey.${from}`;
      return {
        ...{ id: "dkim", title: `DKIM key, selector ${selector}`, ...recordsAt(one, owner) },
        who: [...who, ...text` The private key is on the signing server.`],
        usually: IN_ZONE,
        ...ttlOf(one, owner, "TXT"),
      };
    }),
    {
      ...{ id: "dmarc", title: "DMARC record", ...record("dmarc"), who, usually: IN_ZONE },
      ...ttlOf(one, `_dmarc.${from}`, "TXT"),
    },
  ];
}

const where = (actor: Text | undefined): Pick<HandOverRow, "where"> => (actor ? { where: actor } : {});

/** The longest TTL that was answered for a record. */
export function ttlOf({ raw }: SeenAddress, name: string, type: string): { readonly ttl?: number } {
  const ttls = raw.lookups.flatMap((one) =>
    one.name === name && one.type === type && one.records.length > 0 && one.ttl !== undefined ? [one.ttl] : [],
  );
  return ttls.length > 0 ? { ttl: Math.max(...ttls) } : {};
}

function recordsAt({ raw }: SeenAddress, name: string): Pick<HandOverRow, "now" | "known"> {
  const answers = raw.lookups.filter((one) => one.name === name && one.type === "TXT" && isAnswer(one));
  const now = [...new Set(answers.flatMap(({ records }) => records))];
  // Without records an answer may be one whose records our own limit left out.
  return { now, known: now.length > 0 || (answers.length > 0 && !raw.leftOut?.octets) };
}

const isJudged = (one: SeenAddress, signal: string): boolean =>
  (verdictOf(one, signal)?.status ?? "unknown") !== "unknown";
