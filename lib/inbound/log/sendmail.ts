import { facts, type LogFormat, outcome, type State } from "./note.ts";
import { relayIn, staysInside } from "./relay.ts";

const QUEUE_ID = /^([0-9A-Za-z]{8,20}): (.*)$/s;
/** Mailers that put mail into something on the same machine. */
const LOCAL = /^(?:local|prog|\*file\*|\*include\*|cyrus\w*|procmail|lmtp|discard)$/;

/**
 * Sendmail: a `from=` line for each message, a `to=` line for each attempt. `stat=` stands last and is all that is left of
 * what the server said; newer versions have `reply=` beside it.
 */
export const sendmail: LogFormat = {
  id: "sendmail",
  open:
    () =>
    ({ program, body }) => {
      const ours = /^(?:sendmail|sm-mta|sm-msp-queue|sm-acceptingconnections)/.test(program);
      const [, id, rest = ""] = QUEUE_ID.exec(body) ?? [];
      if (!id) return ours ? [] : undefined;
      const message = `sendmail ${id}`;
      if (/^(?:ruleset=|milter|Milter|<[^>]{0,400}>\.\.\. )/.test(rest) && ours) return [];
      const stat = rest.startsWith("to=") ? rest.indexOf(", stat=") : -1;
      if (stat >= 0) {
        const field = (name: string) => new RegExp(`, ${name}=([^,]{1,400})`).exec(rest.slice(0, stat))?.[1];
        const words = rest.slice(stat + ", stat=".length);
        const state = stateOf(words, field("dsn"));
        const server = relayIn(field("relay") ?? "");
        const talkedTo = /^\[?([\w.-]{4,253})\.?(?: |\]|$)/.exec(field("relay") ?? "")?.[1];
        const mailer = field("mailer") ?? "";
        if (!state || LOCAL.test(mailer) || staysInside(server?.hostAddress, state)) return [];
        if (state === "accepted" && !server && !talkedTo) return [];
        // Replies have commas of their own: this field is the last before `stat=`.
        const reply = /, reply=(.{1,2000})$/s.exec(rest.slice(0, stat))?.[1];
        const status = field("dsn");
        return [
          outcome(message, {
            state,
            to: recipientsIn(rest.slice(3, stat)),
            ...(server ?? (talkedTo ? { host: talkedTo } : {})),
            // "Service unavailable" stands for any refusal: what the server said is not in the line then.
            said: [
              reply,
              /^Service unavailable$/i.test(words) ? "" : words.replace(/^(?:Sent|Deferred)(?:: | \(|$)/, ""),
            ]
              .filter(Boolean)
              .join("\n"),
            ...(status ? { status } : {}),
          }),
        ];
      }
      if (rest.startsWith("from=") && (ours || /, nrcpts=/.test(rest))) {
        const from = /^from=<?([^,>]{0,400})/.exec(rest)?.[1] ?? "";
        const messageId = /, msgid=<?([^,>\s]{1,400})/.exec(rest)?.[1];
        return [facts(message, { from, ...(messageId ? { messageId } : {}) })];
      }
      if (ours && /^[0-9A-Za-z]{8,20}: (?:return to sender|DSN): Cannot send message (?:for|within)/.test(rest))
        return [{ kind: "expired", message }];
      return ours ? [facts(message, {})] : undefined;
    },
};

function stateOf(stat: string, dsn: string | undefined): State | undefined {
  if (/^sent\b/i.test(stat)) return "accepted";
  if (/^queued\b/i.test(stat)) return undefined;
  if (/^deferred\b/i.test(stat)) return "deferred";
  return dsn?.startsWith("4") ? "deferred" : "refused";
}

/** `<a@b.example>,<c@b.example>, ctladdr=…`: what stands before the next field. */
function recipientsIn(text: string): string[] {
  const end = /, [a-z]{2,10}=/.exec(text)?.index ?? text.length;
  return text
    .slice(0, end)
    .split(",")
    .map((one) => one.trim().replace(/^<|>$/g, ""))
    .filter(Boolean)
    .slice(0, 200);
}
