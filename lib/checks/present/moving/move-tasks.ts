import { type Text, text } from "../../net/safe-text.ts";
import { isAnswer } from "../../report/report.ts";
import { bindConfigs, type Config } from "../plan/greeting-config.ts";
import { type ChecklistLine, checklist } from "../sending/checklist.ts";
import { ttlOf } from "../sending/hand-over.ts";
import type { CheckedAddress, MoveInput, SeenAddress } from "../sending/sending-input.ts";
import type { Tick } from "../sending/tick.ts";
import { lookAt } from "../sending/tick.ts";

/** One thing to do: ticked by a live check, or `confirm`, where only the operator can say. */
export interface MoveTask {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: Text;
  readonly says: Text;
  readonly tick: Tick | "confirm";
  readonly does?: Text;
  readonly who?: Text;
  readonly configs?: readonly Config[];
}

export interface MovePhase {
  readonly id: "before" | "during" | "after";
  readonly title: string;
  readonly note: string;
  readonly tasks: readonly MoveTask[];
}

const WORDS: Readonly<Record<MoveInput["purpose"], readonly (readonly [string, string])[]>> = {
  move: [
    ["Before the move", "in the weeks before, in this order"],
    ["On the day", "while mail changes over"],
    ["After the move", "and not before the old queue is empty"],
  ],
  "fail-over": [
    ["Now, while nothing has failed", "prepared months before it is needed"],
    ["On the day of the fail-over", "the rehearsal goes the same way"],
    ["Switching back, and until next time", "the second site needs mail to keep its reputation"],
  ],
};

/** A TTL with which a change takes effect within minutes, in seconds. */
const SHORT_TTL = 300;
/** How long Postfix and most others keep trying, in days. */
const QUEUE_DAYS = 5;

/** What has to be done before, during and after, with what the checks have seen of it. */
export function movePhases(input: MoveInput, seen: Sides): readonly MovePhase[] {
  const words = WORDS[input.purpose];
  const tasks = [before(input, seen), during(input), after(input, seen)];
  return (["before", "during", "after"] as const).map((id, i) => ({
    id,
    title: words[i]?.[0] ?? "",
    note: words[i]?.[1] ?? "",
    tasks: tasks[i] ?? [],
  }));
}

export interface Sides {
  readonly before: readonly SeenAddress[];
  readonly after: readonly SeenAddress[];
  readonly checkedAfter: readonly CheckedAddress[];
}

function before(input: MoveInput, seen: Sides): MoveTask[] {
  const { from, purpose } = input;
  const lines = checklist(seen.checkedAfter, seen.after, { ...input, addresses: input.after });
  const failOver = purpose === "fail-over";
  return [
    // Whether the new side has IPv6 at all is for the plan of an address to ask.
    ...lines.filter(({ tick, id }) => tick !== "not-needed" && !(id === "ipv6" && tick === "open")).map(lineTask),
    spfTask(input, seen),
    ttlTask(input, seen),
    confirm(
      "port-25",
      text`Port 25 is open at the new provider`,
      text`Ask for it now: some providers open it after days, and some never do.`,
    ),
    confirm(
      "allow-lists",
      text`Everyone who allows your old addresses by number knows the new ones`,
      text`Partners' firewalls and allow lists, smart hosts, ${from ? text`senders that relay for ${from}, ` : []}your own monitoring.`,
    ),
    confirm(
      "introduce",
      text`Receivers that ask for notice of new addresses have it`,
      text`T-Online refuses an address it does not know until you write to its postmaster. Do that now.`,
    ),
    confirm(
      "warm-up",
      failOver
        ? text`The second site sends a share of your mail all the time`
        : text`The new address already sends a share of your mail`,
      failOver
        ? text`An address that sends nothing for 30 days loses its history with many receivers.`
        : text`Begin weeks before the move with a few messages a day, and raise the share slowly.`,
    ),
    ...(failOver
      ? [
          confirm(
            "rehearse",
            text`The switch has been rehearsed`,
            text`Send through the second site for an hour. Then look at its log, and check this page again.`,
          ),
        ]
      : []),
  ];
}

/** A line of the checklist of the new addresses, as it is. */
const lineTask = ({ id, title, tick, says, does, who }: ChecklistLine): MoveTask => ({
  id: `new-${id}`,
  title: [{ prose: `New: ${title}` }],
  says,
  tick,
  ...(does ? { does } : {}),
  ...(who ? { who } : {}),
});

/** While both send, SPF has to cover both. What the new side lacks has a line of its own. */
function spfTask({ from, before: wasFrom, after: goesTo }: MoveInput, seen: Sides): MoveTask {
  const about = { id: "spf-both", title: text`SPF covers old and new together` };
  const domain = from ?? seen.after.map(({ report }) => domainOf(report.verdicts)).find((one) => one !== undefined);
  if (domain === undefined)
    return {
      ...about,
      tick: "open",
      says: text`No sending domain is known.`,
      does: text`Start the move again with the domain you send as.`,
    };
  const ticks = (side: readonly SeenAddress[]) => side.map((one) => lookAt(one, ["spf"]).tick);
  const [old, next] = [ticks(seen.before), ticks(seen.after)];
  const lacks = (all: readonly Tick[]) =>
    all.some((tick) => tick === "missing" || tick === "improve" || tick === "open");
  if (lacks(old))
    return {
      ...about,
      tick: "missing",
      says: text`SPF of ${domain} does not cover all the old addresses, which still send.`,
      does: text`Let it cover old and new until the old queue is empty.`,
    };
  if (lacks(next))
    return {
      ...about,
      tick: "waits",
      says: text`SPF of ${domain} does not cover the new side yet. Leave the old addresses in it when you add the new ones.`,
    };
  const all = [...old, ...next];
  if (all.length < wasFrom.length + goesTo.length || all.some((tick) => tick !== "done"))
    return { ...about, tick: "unknown", says: text`SPF of ${domain} could not be checked for all of them.` };
  return { ...about, tick: "done", says: text`SPF of ${domain} covers all ${all.length} addresses.` };
}

const domainOf = (verdicts: SeenAddress["report"]["verdicts"]): string | undefined =>
  verdicts.find(({ signal }) => signal === "spf")?.evidence.domain?.[0];

/** A change has taken effect once caches have dropped the old answers. */
function ttlTask({ name, from }: MoveInput, { before: old, after: next }: Sides): MoveTask {
  const names = [
    ...(name ? [[name, "A"] as const, [name, "AAAA"] as const] : []),
    ...(from ? [[from, "TXT"] as const] : []),
  ];
  const ttls = [...old, ...next].flatMap((one) => names.flatMap(([owner, type]) => ttlOf(one, owner, type).ttl ?? []));
  const title = text`The records that will change have short TTLs`;
  if (ttls.length === 0)
    return confirm("ttl", title, text`Set the TTLs of address and SPF records to ${SHORT_TTL} seconds a day before.`);
  const longest = Math.max(...ttls);
  const lookups = [...old, ...next].flatMap(({ raw }) => raw.lookups);
  const isOpen = names.some(([owner, type]) => {
    const asked = lookups.filter((one) => one.name === owner && one.type === type);
    return asked.length > 0 && !asked.some(isAnswer);
  });
  if (longest <= SHORT_TTL && isOpen)
    return {
      ...{ id: "ttl", title, tick: "unknown" },
      says: text`The longest TTL that was answered is ${longest} seconds. Not every record could be looked up.`,
    };
  if (longest <= SHORT_TTL)
    return { ...{ id: "ttl", title, tick: "done" }, says: text`The longest TTL is ${longest} seconds.` };
  return {
    ...{ id: "ttl", title, tick: "improve" },
    says: text`The longest TTL is ${longest} seconds. Caches keep the old answer for that long.`,
    does: text`Set it to ${SHORT_TTL} seconds, at least ${longest} seconds before the change.`,
  };
}

function during({ after, purpose }: MoveInput): MoveTask[] {
  const [only] = after.length === 1 ? after : [];
  return [
    confirm(
      "switch",
      text`Outgoing mail leaves from ${after.slice(0, 4)}${after.length > 4 ? text` and the others` : []}`,
      text`Bind the sending clients to the new address, and reload the server.`,
      only ? bindConfigs(only) : undefined,
    ),
    confirm(
      "old-queue",
      text`The old server keeps running until its queue is empty`,
      text`It delivers what it has accepted from the old address. Stop it from accepting new mail.`,
    ),
    confirm(
      "watch-log",
      text`Somebody reads the log for the first hour`,
      text`A refusal names its rule. Deferred mail (4xx) is tried again by itself.`,
    ),
    confirm(
      "no-surge",
      text`No newsletter goes out that day`,
      text`Receivers throttle a sudden rise in mail from an address without history.`,
    ),
    confirm(
      "check-again",
      purpose === "fail-over"
        ? text`This page was checked again after the switch`
        : text`This page was checked again after the change`,
      text`Every line above is then checked again.`,
    ),
  ];
}

function after({ purpose, from, before: wasFrom }: MoveInput, seen: Sides): MoveTask[] {
  if (purpose === "fail-over")
    return [
      confirm(
        "switch-back",
        text`Mail was switched back in steps`,
        text`The first site has been idle: let its share rise over a day.`,
      ),
      confirm(
        "both-stay",
        text`Both sites stay in SPF, with PTR and address records`,
        text`A record that was removed is missing at the next fail-over.`,
      ),
      confirm(
        "next-rehearsal",
        text`The next rehearsal is in the calendar`,
        text`Each quarter, and after every change of provider, name or key. Check this page again then.`,
      ),
    ];
  const looks = seen.before.map((one) => ({ address: one.address, tick: lookAt(one, ["spf"]).tick }));
  const covered = looks.flatMap(({ address, tick }) => (tick === "done" ? [address] : []));
  // What could not be looked up may still be covered.
  const unknown = looks.length < wasFrom.length || looks.some(({ tick }) => tick === "unknown" || tick === "waits");
  return [
    confirm(
      "wait",
      text`The old queue is empty`,
      text`Most servers retry for ${QUEUE_DAYS} days. Until then the old address needs its PTR record, address record and SPF.`,
    ),
    {
      id: "spf-old",
      title: text`The old addresses are out of SPF`,
      tick: covered.length > 0 ? "open" : unknown ? "unknown" : "done",
      says:
        covered.length > 0
          ? text`SPF still covers ${covered.slice(0, 4)}. That is right until the old queue is empty.`
          : unknown
            ? text`Whether SPF still covers the old addresses could not be checked.`
            : text`SPF covers none of the old addresses any more.`,
      ...(covered.length > 0
        ? {
            does: text`Remove them after ${QUEUE_DAYS} days${from ? text` from the record of ${from}` : []}. The next holder of the address could send as you.`,
          }
        : {}),
    },
    confirm(
      "old-records",
      text`The old PTR and address records are gone`,
      text`Last of all, and before you give the address back.`,
    ),
    confirm(
      "lists",
      text`Allow lists and feedback loops name the new addresses only`,
      text`DNSWL, Microsoft SNDS and JMRP, partners' firewalls.`,
    ),
    confirm("ttl-back", text`TTLs are long again`, text`An hour or a day. Short TTLs only cause more DNS lookups now.`),
  ];
}

function confirm(id: string, title: Text, says: Text, configs?: readonly Config[]): MoveTask {
  return { id, title, says, tick: "confirm", ...(configs ? { configs } : {}) };
}
