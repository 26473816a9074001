import { facts, type LogFormat, type Note, outcome, type State } from "./note.ts";
import { relayIn, staysInside } from "./relay.ts";

const STATES: Readonly<Record<string, State>> = {
  sent: "accepted",
  deferred: "deferred",
  bounced: "refused",
  expired: "refused",
  undeliverable: "refused",
  softbounce: "deferred",
};

const QUEUE_ID = /^([0-9A-Za-z]{3,20}): (.*)$/s;
const DELIVERY = /^to=<([^>]{0,400})>/;
/** What stands in brackets may be cut off. */
const STATUS = /, status=([a-z-]{1,20})(?: \((.*))?$/is;
/** Daemons that hand mail to nobody outside. */
const LOCAL = /\/(?:local|virtual|pipe|discard|spawn)$/;
/** What `error` says of recipients that are in none of our own tables: nobody else refused them. */
const OWN_TABLE = /^(?:User unknown|Recipient address rejected: User unknown) in (?:virtual|local|relay) /i;
/** What Postfix writes around a reply; the reply alone is what the receiver said. */
const SAID =
  /^(?:delivery temporarily suspended: )?host ([^\s[]{1,255})\[([^\]]{1,60})\](?::\d{1,5})? (?:said|refused to talk to me): /;
const TALKED =
  /^(?:delivery temporarily suspended: )?(?:connect to|conversation with|lost connection with) ([^\s[]{1,255})\[([^\]]{1,60})\]/;

/**
 * Postfix: delivery agents write a line for each recipient and attempt; sender, message id and the end of the waiting stand
 * in lines of other daemons with the same queue id. What smtpd refuses is other people's mail, and none of ours.
 */
export const postfix: LogFormat = {
  id: "postfix",
  open: () => {
    /** Short queue ids are given again: what comes in under one that was removed is another message. */
    const removed = new Set<string>();
    const again = new Map<string, number>();
    return ({ program, body }) => {
      const ours = /^postfix\b|^(?:postfix)?\/?(?:smtp|smtpd|qmgr|cleanup|lmtp|local|error|bounce)$/.test(program);
      const [, id, rest = ""] = QUEUE_ID.exec(body) ?? [];
      // A word and a colon are no queue id, unless the daemon says so.
      if (!id || id === "NOQUEUE" || !rest || !(ours || /\d/.test(id)))
        return ours || body.startsWith("NOQUEUE: ") ? [] : undefined;
      if (removed.has(id) && /^(?:client|uid|message-id)=/.test(rest)) {
        removed.delete(id);
        again.set(id, (again.get(id) ?? 0) + 1);
      }
      if (rest === "removed") removed.add(id);
      const message = `postfix ${id} ${again.get(id) ?? 0}`;
      const delivery = DELIVERY.exec(rest);
      if (delivery && rest.includes(", status=")) return deliveryOf(message, delivery[1] ?? "", rest, program);
      if (ours && /\/smtpd$|\/postscreen$/.test(program)) return /^client=/.test(rest) ? [facts(message, {})] : [];
      const from = /^from=<([^>]{0,400})>(?:, status=((?:force-)?expired))?/.exec(rest);
      if (from && (ours || /, size=\d+, nrcpt=|, status=/.test(rest)))
        return [facts(message, { from: from[1] ?? "" }), ...(from[2] ? [{ kind: "expired", message } as const] : [])];
      const messageId = /^(?:resent-)?message-id=<?([^>\s]{1,400})/.exec(rest)?.[1];
      if (messageId) return [facts(message, { messageId })];
      if (SAID.test(rest) || TALKED.test(rest)) return [attempt(message, rest)];
      return ours || rest === "removed" ? [facts(message, {})] : undefined;
    };
  },
};

function deliveryOf(message: string, to: string, rest: string, program: string): readonly Note[] {
  const [, word = "", bracketed = ""] = STATUS.exec(rest) ?? [];
  const said = bracketed.replace(/\)\s*$/, "");
  const before = rest.slice(0, rest.indexOf(", status="));
  const state = STATES[word.toLowerCase()];
  const relay = /, relay=([^,]{1,400})/.exec(before)?.[1] ?? "none";
  const server = relayIn(relay);
  const named = relay === "none" || server !== undefined;
  if (!state || !named || LOCAL.test(program) || (relay === "none" && state === "accepted")) return [];
  // Mailboxes that take their mail by LMTP within the same network are local ones.
  if (server && staysInside(server.hostAddress, /\/lmtp$/.test(program) ? "accepted" : state)) return [];
  if (!server && OWN_TABLE.test(said)) return [];
  const status = /, dsn=([245]\.\d{1,3}\.\d{1,3})/.exec(before)?.[1];
  return [
    outcome(message, {
      state,
      to: [to],
      ...(server ?? talkedTo(said)),
      said: said.replace(SAID, ""),
      ...(status ? { status } : {}),
    }),
  ];
}

/** One server of several was tried and did not take it: of the message only where nothing else is told of it. */
const attempt = (message: string, said: string): Note =>
  outcome(message, {
    state: "deferred",
    to: [],
    ...talkedTo(said),
    said: said.replace(SAID, ""),
    unlessKnown: "message",
  });

function talkedTo(said: string): { readonly host?: string; readonly hostAddress?: string } {
  const [, host, hostAddress] = SAID.exec(said) ?? TALKED.exec(said) ?? [];
  return host && hostAddress ? { host, hostAddress } : {};
}
