import { PARTIES } from "../parties.ts";
import { plain } from "../text.ts";
import type { PresentedOwner, PresentedOwnership } from "./ownership-view.ts";
import type { Step } from "./step.ts";
import type { Ticket } from "./ticket.ts";

/** A step as programs read it: sentences as plain text, what there is not as null. */
export function stepJson(step: Step) {
  const { kind, status, subject, signal, mends, who, does, copy, owner, configs, prove, proof, guide, ticket } = step;
  return {
    kind,
    status,
    subject,
    signal,
    mends,
    who,
    whoSays: PARTIES[who],
    owner: owner ? plain(owner) : null,
    does: plain(does),
    copy: copy ?? null,
    configs: configs ?? [],
    prove,
    proof: proof ? plain(proof) : null,
    /** Whether the name in it is an example, because nobody has named the server. */
    example: step.nameless === true,
    guide: guide ? { provider: guide.id, name: guide.name, path: guide.path } : null,
    ticket: ticket ? ticketJson(ticket) : null,
  };
}

export const ticketJson = ({ ready, problems, subject, body }: Ticket) => ({
  ready,
  problems: problems.map(({ code, does, copy }) => ({ code, does: plain(does), copy: copy ?? null })),
  subject,
  body,
});

export const ownershipJson = ({ subject, name, ptr, forward, greeting }: PresentedOwnership) => ({
  subject,
  name: name ?? null,
  ptr: ownerJson(ptr),
  forward: ownerJson(forward),
  greeting: ownerJson(greeting),
});

const ownerJson = ({ outcome, says, evidence }: PresentedOwner) => ({ outcome, says: plain(says), evidence });
