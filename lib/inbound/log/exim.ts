import { facts, type LogFormat, type Note, outcome, type State } from "./note.ts";
import { relayIn, staysInside } from "./relay.ts";

const STATES: Readonly<Record<string, State>> = {
  "=>": "accepted",
  "->": "accepted",
  ">>": "accepted",
  "**": "refused",
  "==": "deferred",
};

/** Ids have three parts; `550-Message rejected` has none. */
const LINE = /^(?:\[\d{1,10}\] )?([0-9A-Za-z]{4,8}-[0-9A-Za-z]{4,12}-[0-9A-Za-z]{2,4}) (.*)$/s;
const DELIVERY = /^(=>|->|>>|\*\*|==|\*>) (.*)$/s;
/** Where the fields of a delivery begin, behind its addresses. */
const FIELDS = / [A-Za-z]{1,4}=|: | defer \(/;
const HOST = / H=([^\s[(]{0,255}) ?(?:\([^()]{0,255}\) )?(\[[^\]]{1,60}\])/;

/** Lines without a message's id: whoever connects to us, and what the program says of itself. */
const OTHER =
  /^(?:\[\d{1,10}\] )?(?:H=|no (?:host name|IP address) found|(?:Start|End) queue run|[\w-]{1,40} authenticator failed for |TLS (?:error|session)|SSL |SMTP (?:connection|protocol|command|syntax|data|call) |unexpected disconnection|rejected (?:VRFY|EXPN|HELO|EHLO|connection|ETRN)|refused connection|cwd=|exim \d|\[[\da-f:.]{3,45}\](?::\d+)? |Warning: |daemon |pid=|ident |host (?:name |lookup )|Connection (?:from|refused)|log (?:string|write))/;

/** What a panel's own routers write where a customer sends too much: no receiver has refused it. */
const OWN_LIMIT = /\bhas exceeded the max\b|^Outgoing mail from .{1,300} has been suspended/;

/** What was left out of a line so that it stays one. */
const unescaped = (text: string): string => text.replace(/\\n/g, "\n").replace(/\\(["\\])/g, "$1");

/**
 * Exim's main log: `<=` tells of a message, `=>` and `->` of its deliveries, `==` of delays, `**` of failures, all with the
 * message's id. `I=` is the local address of a connection, `H=` the server's. Lines without an id are about incoming mail.
 */
export const exim: LogFormat = {
  id: "exim",
  open:
    () =>
    ({ program, body }) => {
      const ours = /^exim/.test(program);
      const [, id, rest = ""] = LINE.exec(body) ?? [];
      if (!id) return ours || OTHER.test(body) ? [] : undefined;
      const message = `exim ${id}`;
      const delivery = DELIVERY.exec(rest);
      if (delivery) return deliveryOf(message, delivery[1] ?? "", delivery[2] ?? "");
      const arrival = /^<= (\S{1,400})/.exec(rest);
      if (arrival) {
        const messageId = / id=(\S{1,400})/.exec(rest)?.[1];
        return [facts(message, { from: arrival[1] ?? "", ...(messageId ? { messageId } : {}) })];
      }
      if (/\brejected\b|^(?:Completed|Frozen|no recipients)/.test(rest)) return [facts(message, {})];
      return (
        attempt(message, rest) ??
        (ours || / (?:id-[\w-]+|Message is frozen|Spool file)/.test(rest) ? [facts(message, {})] : undefined)
      );
    },
};

function deliveryOf(message: string, mark: string, rest: string): readonly Note[] {
  const state = STATES[mark];
  if (!state) return [facts(message, {})];
  const fields = FIELDS.exec(rest)?.index ?? rest.length;
  const whole = replyIn(rest.slice(fields), state);
  // That it is too early for the next attempt says nothing of why the last one failed; nor does that it was the last.
  const early = /^retry time not reached for any host/.test(whole);
  const over = state === "refused" && /^retry timeout exceeded$/.test(whole);
  const said = early ? "" : whole;
  const to = addressIn(rest.slice(0, fields));
  const host = HOST.exec(rest);
  const server = host ? relayIn(`${host[1]} ${host[2]}`) : undefined;
  const transport = / T=([\w-]{1,64})/.exec(rest)?.[1];
  // Without a host, mail was put into a mailbox, a file or a program; what never got as far as a transport did not leave.
  if (!server && (state === "accepted" || (transport && !/smtp|remote|relay|smarthost/i.test(transport)))) return [];
  if (staysInside(server?.hostAddress, state) || (!server && OWN_LIMIT.test(whole))) return [];
  const local = / I=\[([^\]]{1,60})\]/.exec(rest)?.[1];
  const from = (/ (?:F|P)=<([^>]{0,400})>/.exec(rest) ??
    / after (?:pipelined )?MAIL FROM:<([^>]{0,400})>/.exec(rest))?.[1];
  const helo = / after (?:EHLO|HELO) ([\w.-]{1,255}): /.exec(rest)?.[1];
  return [
    ...(from || helo ? [facts(message, { ...(from ? { from } : {}), ...(helo ? { helo } : {}) })] : []),
    ...(over ? [{ kind: "expired", message, to } as const] : []),
    outcome(message, {
      state,
      to: [to],
      ...server,
      ...(local ? { local } : {}),
      said,
      ...(early || over ? { unlessKnown: "recipient" } : {}),
    }),
  ];
}

/** `bob@b.example`, `bob@b.example <alias@a.example>`: the address that was delivered to. */
const addressIn = (text: string): string => /^"(?:[^"\\]|\\.)*"@\S+|^\S+/.exec(text.trim())?.[0] ?? "";

function replyIn(fields: string, state: State): string {
  if (state === "accepted") return unescaped(/ C="((?:[^"\\]|\\.){0,2000})/.exec(fields)?.[1] ?? "");
  const at = fields.indexOf(": ");
  return unescaped(at < 0 ? fields.trim() : fields.slice(at + 2)).replace(AROUND, "");
}

/** Exim's words before a reply. */
const AROUND =
  /^(?:SMTP error from remote mail server after [^:\n]{1,40}(?::<[^>\n]{0,400}>)?[^:\n]{0,60}(?:: host \S{1,255} \[[^\]]{1,60}\])?: |host \S{1,255} \[[^\]]{1,60}\]: )/;

/** A server that was tried on the way: `H=mx.b.example [192.0.2.9] Connection refused`, `mx.b.example [192.0.2.9]: SMTP error …`. */
function attempt(message: string, rest: string): readonly Note[] | undefined {
  const found =
    /^(?:H=)?([^\s[(]{1,255}) (\[[^\]]{1,60}\])(?::\d{1,5})?:? (.{1,4000})$/s.exec(rest) ??
    /^Remote host ([^\s[(]{1,255}) (\[[^\]]{1,60}\]) (.{1,4000})$/s.exec(rest);
  const server = found ? relayIn(`${found[1]} ${found[2]}`) : undefined;
  if (!found || !server || / F=</.test(rest)) return undefined;
  const said = unescaped(found[3] ?? "").replace(AROUND, "");
  return [outcome(message, { state: "deferred", to: [], ...server, said, unlessKnown: "message" })];
}
