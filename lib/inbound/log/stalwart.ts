import { facts, type LogFormat, type LoggedOutcome, type Note, outcome, type State, unquoted } from "./note.ts";
import { staysInside } from "./relay.ts";

const EVENT = /^(?:(?:TRACE|DEBUG|INFO|WARN|ERROR) )?[^()]{1,100}\(([a-z0-9-]{2,30}\.[a-z0-9-]{2,40})\) ?(.*)$/s;
const PAIR = /\b([A-Za-z]{2,24}) = ("(?:[^"\\]|\\.){0,4000}"?|\[[^\]]{0,4000}\]|[^,\s]{1,400})/g;

/** Events that end an attempt for a recipient or for all of them, and what state they leave where they have no code. */
const ENDINGS: Readonly<Record<string, State>> = {
  "delivery.delivered": "accepted",
  "delivery.rcpt-to-rejected": "refused",
  "delivery.rcpt-to-failed": "deferred",
  "delivery.message-rejected": "refused",
  "delivery.mail-from-rejected": "refused",
  "delivery.ehlo-rejected": "refused",
  "delivery.lhlo-rejected": "refused",
  "delivery.greeting-failed": "deferred",
  "delivery.null-mx": "refused",
  "delivery.failed": "deferred",
};
/** What could not be done at one server, before the next is tried. */
const ATTEMPTS = new Set([
  "delivery.connect-error",
  "delivery.mx-lookup-failed",
  "delivery.ip-lookup-failed",
  "delivery.start-tls-error",
  "delivery.start-tls-unavailable",
]);
/** What the sender is told at the end, or meanwhile: said before in most logs. */
const TOLD: Readonly<Record<string, State>> = {
  "delivery.dsn-success": "accepted",
  "delivery.dsn-perm-fail": "refused",
  "delivery.dsn-temp-fail": "deferred",
};

/** Stalwart: lines `INFO Words (event.name) key = value, …`, tied together by `queueId`. */
export const stalwart: LogFormat = {
  id: "stalwart",
  open:
    () =>
    ({ body }) => {
      const [, event, rest = ""] = EVENT.exec(body) ?? [];
      if (!event) return undefined;
      const pairs = [...rest.matchAll(PAIR)].map(([, key = "", value = ""]) => [key, value] as const);
      if (pairs.length === 0) return undefined;
      return readStalwartEvent(event, pairs);
    },
};

/** One event, whether of a line or of a web hook. */
export function readStalwartEvent(
  event: string,
  pairs: readonly (readonly [key: string, value: string])[],
): readonly Note[] {
  const all = (name: string) => pairs.filter(([key]) => key === name).map(([, value]) => value);
  const last = (name: string) => {
    const value = all(name).at(-1);
    return value === undefined ? undefined : unquoted(value);
  };
  const queueId = last("queueId");
  if (!queueId || !/^(?:delivery|queue)\./.test(event)) return [];
  const message = `stalwart ${queueId}`;
  const from = last("from");
  const localIp = last("localIp");
  const known = facts(message, { ...(from ? { from } : {}), ...(localIp ? { local: localIp } : {}) });
  const ending = ENDINGS[event] ?? TOLD[event] ?? (ATTEMPTS.has(event) ? "deferred" : undefined);
  if (!ending) return [known];
  const details = [last("details"), last("reason"), last("causedBy")].filter(Boolean).join(" ");
  const { code, status, words } = replyOf(details, last("code"), last("enhanced") ?? last("enhancedCode"));
  const state: State = ending === "accepted" ? ending : code ? (code.startsWith("4") ? "deferred" : "refused") : ending;
  const host = last("hostname");
  const hostAddress = last("remoteIp");
  if (last("queueName") === "local" || host === "localhost" || staysInside(hostAddress, state)) return [];
  const logged: LoggedOutcome = {
    // That the sender was told of a failure makes it one, whatever the last reply was.
    state: TOLD[event] ?? state,
    to: recipientsIn(all("to")),
    ...(host ? { host } : {}),
    ...(hostAddress ? { hostAddress } : {}),
    said: [code, status, words || DEFAULTS[event]].filter(Boolean).join(" "),
    ...(TOLD[event]
      ? { unlessKnown: "recipient" as const }
      : ATTEMPTS.has(event)
        ? { unlessKnown: "message" as const }
        : {}),
  };
  return [known, outcome(message, logged)];
}

/** What an event says by its name where it has no words. */
const DEFAULTS: Readonly<Record<string, string>> = {
  "delivery.null-mx": "The recipient's domain has a null MX: it accepts no mail",
  "delivery.connect-error": "Connection refused or timed out: could not connect",
  "delivery.mx-lookup-failed": "Host or domain name not found",
};

/** `Unexpected response for RCPT TO:<…>: Code: 550, Enhanced code: 5.1.2, Message: …`, or code and words in fields. */
function replyOf(details: string, code: string | undefined, enhanced: string | undefined) {
  const [, inner, innerStatus, words] =
    /Code: ([245]\d\d), Enhanced code: ([245]\.\d{1,3}\.\d{1,3}), Message: (.*)$/s.exec(details) ?? [];
  const valid = /^[245]\d\d$/.exec(inner ?? code ?? "")?.[0];
  return {
    code: valid,
    status: innerStatus ?? /^[245]\.\d{1,3}\.\d{1,3}$/.exec(enhanced ?? "")?.[0],
    words: words ?? details,
  };
}

/** A recipient of its own counts before the list of all. */
function recipientsIn(values: readonly string[]): string[] {
  const own = values.filter((value) => !value.startsWith("["));
  if (own.length > 0) return [unquoted(own.at(-1) ?? "")];
  return (values.at(-1)?.slice(1, -1) ?? "")
    .split(",")
    .map((one) => unquoted(one.trim()))
    .filter(Boolean);
}
