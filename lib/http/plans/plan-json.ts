import type { z } from "zod";
import {
  type AddressPair,
  type ChecklistLine,
  type HandOverRow,
  type MovePhase,
  plain,
  type ZoneSnippet,
} from "../../checks/index.ts";
import type { FoundPlan, ReadCheck } from "../../service/plans/read-plan.ts";
import type { publicMove, publicPlan } from "../api/plan-schemas.ts";
import { assembledMove, assembledPlan, readAt } from "./assembled.ts";

type Plan = z.infer<typeof publicPlan>;
type Move = z.infer<typeof publicMove>;

/** A plan as programs get it. */
export function planJson(found: FoundPlan, origin: string, lang: { readonly lang?: string } = {}): Plan {
  const plan = assembledPlan(found, readAt(found, origin, lang));
  const { input, counts, lines, confirmations, receivers } = plan;
  return {
    ...aboutJson(found, plan, origin),
    addresses: [...input.addresses],
    ipv6: input.ipv6Off ? "off" : "complete",
    done: counts.done,
    of: counts.of,
    lines: lines.map(lineJson),
    confirm: confirmations.map(({ id, title, says }) => ({ id, title: plain(title), says: plain(says) })),
    receivers: receivers.map((one) => ({ ...one })),
  };
}

/** A move likewise. */
export function moveJson(found: FoundPlan, origin: string, lang: { readonly lang?: string } = {}): Move {
  const move = assembledMove(found, readAt(found, origin, lang));
  const { input, pairs, phases } = move;
  return {
    ...aboutJson(found, move, origin),
    purpose: input.purpose,
    before: [...input.before],
    after: [...input.after],
    pairs: pairs.map(pairJson),
    phases: phases.map(phaseJson),
  };
}

export const checkJson = ({ address, side, state, id }: ReadCheck, origin: string) => ({
  ...{ address, side, state },
  ...(id === undefined ? {} : { report: id, url: `${origin}/r/${id}` }),
});

type Words = ReturnType<typeof assembledPlan> | ReturnType<typeof assembledMove>;

function aboutJson(found: FoundPlan, words: Words, origin: string) {
  const { id, state, seenAt, round, checks } = found;
  const { from, name, selectors, kind } = found.input;
  return {
    ...{ id, url: `${origin}/${kind}/${id}`, state, seenAt: new Date(seenAt).toISOString(), round },
    ...(from ? { from } : {}),
    ...(name ? { name } : {}),
    selectors: [...selectors],
    checks: checks.map((check) => checkJson(check, origin)),
    // Nothing is concluded from what has not been looked at yet.
    ...(state === "running"
      ? { readiness: "unknown" as const, says: "The addresses are being checked.", because: "" }
      : { readiness: words.readiness, says: plain(words.says), because: plain(words.because) }),
    zone: words.snippets.map(snippetJson),
    handOver: words.handOver.map(handOverJson),
  };
}

const lineJson = ({ id, title, tick, says, does, who, looks }: ChecklistLine): Plan["lines"][number] => ({
  ...{ id, title, tick, says: plain(says) },
  ...(does ? { does: plain(does) } : {}),
  ...(who ? { who: plain(who) } : {}),
  looks: looks.map((look) => ({
    ...{ address: look.address, tick: look.tick, says: plain(look.says) },
    ...(look.does ? { does: plain(look.does) } : {}),
    ...(look.signal ? { signal: look.signal } : {}),
    ...(look.outcome ? { outcome: look.outcome } : {}),
    ...(look.report ? { report: look.report } : {}),
  })),
});

const snippetJson = ({ id, lines, missing, unknown }: ZoneSnippet) => ({
  ...{ id, text: lines.join("\n"), missing, unknown },
});

const handOverJson = ({ id, title, address, now, known, who, where, usually, ttl, ticket, guide }: HandOverRow) => ({
  ...{ id, title, now: [...now], known, who: plain(who), usually: plain(usually) },
  ...(address ? { address } : {}),
  ...(where ? { where: plain(where) } : {}),
  ...(ttl === undefined ? {} : { ttl }),
  ...(guide ? { guide } : {}),
  ...(ticket ? { ticket: { ready: ticket.ready, lang: ticket.lang, subject: ticket.subject, body: ticket.body } } : {}),
});

const pairJson = ({ before, after, differences, receivers }: AddressPair): Move["pairs"][number] => ({
  before: { ...before },
  after: { ...after },
  differences: differences.map(({ id, title, before: was, after: is, differs, unknown }) => ({
    ...{ id, title, differs, unknown },
    before: was ? { status: was.status, says: plain(was.says) } : null,
    after: is ? { status: is.status, says: plain(is.says) } : null,
  })),
  receivers: { ...receivers, changed: receivers.changed.map((one) => ({ ...one })) },
});

const phaseJson = ({ id, title, tasks }: MovePhase): Move["phases"][number] => ({
  ...{ id, title },
  tasks: tasks.map((task) => ({
    ...{ id: task.id, title: plain(task.title), says: plain(task.says), tick: task.tick },
    ...(task.does ? { does: plain(task.does) } : {}),
    ...(task.who ? { who: plain(task.who) } : {}),
  })),
});
