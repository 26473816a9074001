import { prose, type Text, text } from "../../net/safe-text.ts";
import type { Report } from "../../report/report.ts";
import { whoActs } from "../plan/step.ts";
import { ticketProblems } from "../plan/ticket.ts";
import { ipv6Look } from "./ipv6-line.ts";
import { plannedRemedy } from "./planned-name.ts";
import type { CheckedAddress, SeenAddress, Wish } from "./sending-input.ts";
import { type Look, lookAt, type Tick, worstFirst } from "./tick.ts";

/** What a line says of one address. */
export interface AddressLook extends Look {
  readonly address: string;
  /** The report that shows more; absent where there is none. */
  readonly report?: string;
}

/** A line of the checklist, over all addresses. */
export interface ChecklistLine {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** What it is in a sentence: "the PTR record". */
  readonly noun: string;
  readonly tick: Tick;
  /** The worst of what its addresses say. */
  readonly says: Text;
  readonly does?: Text;
  /** Who does it, where that is known. */
  readonly who?: Text;
  /** Address by address, the worst first; one where all say the same. */
  readonly looks: readonly AddressLook[];
}

interface Line {
  readonly id: string;
  readonly title: string;
  readonly noun: string;
  readonly look: (seen: SeenAddress, wish: Wish) => Look;
  /** The kind of the step that does it, which says who. */
  readonly step?: "forward" | "ptr" | "greeting";
}

const verdicts =
  (...signals: readonly string[]): Line["look"] =>
  (seen) =>
    lookAt(seen, signals);

/** The checklist, in the order in which it is done: a PTR record is often refused until the address record is there. */
const LINES: readonly Line[] = [
  { id: "forward", title: "Address record", noun: "the address record", look: forwardLook, step: "forward" },
  { id: "ptr", title: "PTR record", noun: "the PTR record", look: ptrLook, step: "ptr" },
  {
    id: "confirmed",
    title: "PTR name resolves back",
    noun: "the forward confirmation",
    look: confirmedLook,
    step: "forward",
  },
  {
    id: "resolvers",
    title: "Public resolvers agree on the PTR record",
    noun: "what public resolvers answer",
    look: verdicts("resolver-agreement"),
  },
  {
    id: "name-servers",
    title: "Every name server of the reverse zone agrees",
    noun: "the name servers of the reverse zone",
    look: verdicts("reverse-authority"),
  },
  { id: "ehlo", title: "EHLO name", noun: "the EHLO name", look: ehloLook, step: "greeting" },
  {
    id: "tls",
    title: "STARTTLS and certificate",
    noun: "STARTTLS",
    look: verdicts("starttls", "certificate-name", "certificate-trust"),
  },
  { id: "spf", title: "SPF", noun: "SPF", look: spfLook },
  { id: "dkim", title: "DKIM key", noun: "the DKIM key", look: dkimLook },
  { id: "dmarc", title: "DMARC, aligned", noun: "DMARC", look: dmarcLook },
  { id: "ipv6", title: "IPv6 complete, or deliberately off", noun: "IPv6", look: ipv6Look },
  { id: "lists", title: "Blocklists", noun: "a blocklist entry", look: verdicts("dnsbl", "dnsbl-domain") },
  {
    id: "mailboxes",
    title: "Postmaster and abuse can be written to",
    noun: "the domain of postmaster and abuse",
    look: verdicts("role-mailboxes"),
  },
];

/** The lines that a live check can tick, over all addresses of a plan. */
export function checklist(checked: readonly CheckedAddress[], seen: readonly SeenAddress[], wish: Wish) {
  const unseen = checked.filter(({ address }) => !seen.some((one) => one.address === address));
  return LINES.map((line): ChecklistLine => {
    const all = [
      ...seen.map((one): AddressLook => ({ ...line.look(one, wish), address: one.address, report: one.id })),
      ...unseen.map(
        ({ address }): AddressLook => ({ address, tick: "unknown", says: text`${address} was not checked.` }),
      ),
    ].toSorted(worstFirst);
    const [worst] = all;
    const { id, title, noun } = line;
    const who = worst && isToDo(worst.tick) ? whoOf(line, worst, seen) : undefined;
    return {
      ...{ id, title, noun },
      tick: worst?.tick ?? "unknown",
      says: worst?.says ?? text`No address was checked.`,
      ...(worst?.does ? { does: worst.does } : {}),
      ...(who ? { who } : {}),
      looks: all,
    };
  });
}

const isToDo = (tick: Tick): boolean => tick === "missing" || tick === "improve";

/** Who does it: by the step of the fix plan that does the same for that address. */
function whoOf({ step }: Line, { address, signal }: AddressLook, seen: readonly SeenAddress[]): Text | undefined {
  const plan = seen.find((one) => one.address === address)?.report.plan ?? [];
  const found = plan.find(({ kind, mends }) =>
    step && kind === step ? true : mends.some((mended) => mended.signal === signal),
  );
  return found && whoActs(found);
}

/** Whether the name resolves to the address: what a provider looks at before it sets the PTR record. */
function forwardLook(seen: SeenAddress, { name }: Wish): Look {
  const remedy = plannedRemedy(seen, name);
  const wanted = remedy?.wanted;
  if (!remedy || !wanted)
    return { tick: "open", says: text`The server has no name yet. Choose one in a domain of yours.` };
  const [problem] = ticketProblems(remedy);
  if (!problem) return { tick: "done", says: text`${wanted.name} resolves to ${seen.address}.` };
  if (problem.code === "unknown") return { tick: "unknown", says: text`We could not look up ${wanted.name}.` };
  if (problem.code === "alias")
    return {
      tick: "improve",
      says: text`${wanted.name} is an alias (CNAME) for ${wanted.alias}.`,
      does: text`Replace the alias with an ${remedy.type} record. Many providers refuse to set a PTR record to an alias.`,
    };
  if (problem.code === "underscore") return { tick: "missing", says: problem.does };
  const elsewhere = wanted.addresses.length > 0 ? text` It resolves to ${wanted.addresses}.` : [];
  return {
    tick: "missing",
    says: [...text`${wanted.name} does not resolve to ${seen.address}.`, ...elsewhere],
    does: text`Publish the ${remedy.type} record of ${wanted.name} with ${seen.address}. ${IN_SNIPPET}`,
  };
}

const IN_SNIPPET = prose("The zone snippet has it.");

/** The forward confirmation of the PTR name that there is today. Where that is the planned name, its record comes first. */
function confirmedLook(seen: SeenAddress, wish: Wish): Look {
  const look = lookAt(seen, ["fcrdns"]);
  const { name } = wish;
  if (look.tick !== "missing" || name === undefined) return look;
  if (plannedRemedy(seen, name)?.ptr.includes(name) && forwardLook(seen, wish).tick === "missing")
    return { ...withoutAdvice(look), tick: "waits" };
  return { ...look, does: text`Let the PTR record say ${name}, and ${name} resolve to ${seen.address}.` };
}

/** One cause is one fault: what follows from another line has no advice of its own. */
const withoutAdvice = ({ does: _, ...look }: Look): Look => look;

/** SPF for the address, the record itself, and the EHLO name's. */
function spfLook(seen: SeenAddress, { from }: Wish): Look {
  const look = lookAt(seen, ["spf", "spf-record", "helo-spf"]);
  if (look.signal !== "spf" || !look.does || from === undefined) return look;
  const verdict = seen.report.verdicts.find(({ signal }) => signal === "spf");
  if (verdict?.evidence.proposed?.[0] === undefined) return look;
  return { ...look, does: text`Let the SPF record of ${from} cover ${seen.address}. ${IN_SNIPPET}` };
}

/** The PTR record by its verdicts, and whether it says the name that was planned. */
function ptrLook(seen: SeenAddress, { name }: Wish): Look {
  const look = lookAt(seen, ["reverse-dns", "ptr-hostname", "single-ptr", "generic-ptr"]);
  const remedy = plannedRemedy(seen, name);
  const step = seen.report.plan.find(({ kind }) => kind === "ptr");
  const change =
    name === undefined ? (step?.does ?? look.does) : text`Set the PTR record of ${seen.address} to ${name}.`;
  if (look.tick === "unknown") return look;
  if (remedy && name !== undefined && remedy.ptr.length > 0 && !remedy.ptr.includes(name) && look.tick !== "missing")
    return {
      tick: "improve",
      says: text`The PTR record of ${seen.address} says ${remedy.ptr.slice(0, 3)}, not ${name}.`,
      ...(change ? { does: change } : {}),
    };
  return look.tick === "done" || !change ? look : { ...look, does: change };
}

/** The EHLO name as the server said it on port 25. What it says when it sends only its operator can see. */
function ehloLook(seen: SeenAddress, wish: Wish): Look {
  const { name } = wish;
  const look = lookAt(seen, ["ehlo-name"]);
  const sessions = seen.raw.sessions.filter((one) => one.address === seen.address);
  const open = sessions.find(({ connection }) => connection === "open");
  const heard = open?.ehloName ?? open?.ehloWord;
  if (look.tick === "missing" || look.tick === "improve") {
    if (name === undefined) return look;
    if (look.outcome?.endsWith("unresolvable") && forwardLook(seen, wish).tick === "missing")
      return { ...withoutAdvice(look), tick: "waits" };
    return { ...look, does: text`Set the server's EHLO name to ${name}, and let that resolve to ${seen.address}.` };
  }
  if (sessions.every(({ connection }) => NOT_ASKED.has(connection)))
    return { tick: "unknown", says: text`${seen.address} could not be asked for its EHLO name on port 25.` };
  if (heard === undefined)
    return {
      tick: "open",
      says: text`${seen.address} said no EHLO name on port 25. Only you can confirm what it says when it sends.`,
    };
  if (name === undefined || heard.toLowerCase() === name) return look;
  return {
    tick: "improve",
    says: text`On port 25, ${seen.address} calls itself ${heard}, not ${name}.`,
    does: text`Set the server's EHLO name to ${name}. When it sends it may say so already: only you can confirm that.`,
    signal: "ehlo-name",
  };
}

/** Why nothing was asked on port 25: reasons of ours, which say nothing of the server. */
const NOT_ASKED: ReadonlySet<Report["sessions"][number]["connection"]> = new Set([
  "blocked-here",
  "no-route",
  "forbidden",
  "limit",
  "cancelled",
]);

/** The DKIM key; without a selector nobody can tell which one signs. */
function dkimLook(seen: SeenAddress, { selectors, from }: Wish): Look {
  const look = lookAt(seen, ["dkim-keys"]);
  if (selectors.length > 0 || look.outcome !== "none-found") return look;
  return {
    ...look,
    says: text`No DKIM selector was named, and none of the usual ones has a key of ${from}.`,
    does: text`Name the selector you sign with: the part after ${"s="} in a DKIM-Signature header.`,
  };
}

/** The DMARC record, and that SPF or DKIM passes in the domain it is about. */
function dmarcLook(seen: SeenAddress, wish: Wish): Look {
  const look = lookAt(seen, ["dmarc"]);
  if (look.tick !== "done") return look;
  const ways = [lookAt(seen, ["spf"]).tick, lookAt(seen, ["dkim-keys"]).tick];
  const [spf, dkim] = ways.map((tick) => tick === "done");
  const { from } = wish;
  if (from === undefined) return look;
  if (!spf && !dkim && ways.includes("unknown"))
    return {
      ...look,
      tick: "unknown",
      says: text`There is a record; whether mail from ${from} aligns with SPF or DKIM could not be checked.`,
    };
  if (!spf && !dkim)
    return {
      ...look,
      tick: "waits",
      says: text`There is a record; mail from ${from} aligns with neither SPF nor DKIM yet.`,
    };
  const how = spf && dkim ? text`by SPF and by DKIM` : spf ? text`by SPF` : text`by DKIM`;
  return { ...look, says: [...look.says, ...text` Mail from ${from} can align ${how}.`] };
}
