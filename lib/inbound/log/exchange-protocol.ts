import { type CsvReader, columnsOf, csvFields, rowOf } from "./csv-line.ts";
import { instant } from "./line-head.ts";
import { facts, type Note, outcome, type State } from "./note.ts";
import { staysInside } from "./relay.ts";

const USUAL = columnsOf(
  "date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context".split(","),
);

interface Session {
  /** The endpoints, from when they are known. */
  local: string;
  remote: string;
  /** Commands that are not answered yet, in their order: the server may be sent several at once (RFC 2920). */
  readonly waiting: string[];
  readonly recipients: string[];
  /** Lines of a reply that goes on. */
  reply: string[];
  host: string;
  helo: string;
  /** How many messages it has begun. */
  mails: number;
  /** A server that gets mail from others: its log is about theirs. */
  incoming: boolean;
  greeted: boolean;
}

/**
 * Exchange's protocol log of a send connector: one line for each thing said, `>` by us and `<` by the server, tied together
 * by the session. A recipient's outcome is the reply to RCPT where that refuses, and else the one to the message.
 */
export function exchangeProtocol(): CsvReader {
  let columns = USUAL;
  const sessions = new Map<string, Session>();
  return (line) => {
    if (/^(?:#Fields: )?date-time,connector-id,session-id,/i.test(line)) {
      columns = columnsOf(csvFields(line.replace(/^#Fields: /, "")));
      return { at: undefined, notes: [] };
    }
    const time = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z)?,/.exec(line);
    if (!time) return undefined;
    const row = rowOf(columns, csvFields(line));
    const event = row("event");
    const id = row("sessionid");
    if (!/^[<>*+-]$/.test(event) || !id) return undefined;
    const session = sessions.get(id) ?? begin(row("localendpoint"), row("remoteendpoint"));
    sessions.set(id, session);
    session.local ||= withoutPort(row("localendpoint"));
    session.remote ||= withoutPort(row("remoteendpoint"));
    return {
      at: instant(`${time[1]}T${time[2]}`, time[3]),
      notes: [facts(`exchange-session ${id}`, {}), ...step(session, id, event, row("data"))],
    };
  };
}

const begin = (local: string, remote: string): Session => ({
  local: withoutPort(local),
  remote: withoutPort(remote),
  waiting: [],
  recipients: [],
  reply: [],
  host: "",
  helo: "",
  mails: 0,
  incoming: false,
  greeted: false,
});

const withoutPort = (endpoint: string): string => endpoint.replace(/:\d{1,5}$/, "").replace(/^\[|\]$/g, "");

function step(session: Session, id: string, event: string, data: string): readonly Note[] {
  if (event === ">" && /^[245]\d\d/.test(data)) session.incoming = true;
  if (session.incoming || staysInside(session.remote, "accepted") || !/^[<>]$/.test(event)) return [];
  if (event === ">") return said(session, id, data);
  const [, code = "", more] = /^([2-5]\d\d)([ -]|$)/.exec(data) ?? [];
  if (!code) return [];
  session.reply.push(data);
  if (session.reply.length > 50) session.reply.shift();
  if (more === "-") return [];
  const reply = session.reply.join("\n");
  session.reply = [];
  const message = messageOf(session, id);
  if (session.greeted) return answered(session, message, session.waiting.shift() ?? "", code, reply);
  session.greeted = true;
  session.host = /^\d{3}[ -]([\w-]+(?:\.[\w-]+)+)/.exec(reply)?.[1] ?? "";
  return code === "220" ? [] : [ended(session, message, code, reply, [])];
}

const messageOf = (session: Session, id: string): string => `exchange-protocol ${id} ${session.mails}`;

function said(session: Session, id: string, data: string): readonly Note[] {
  if (!/^[A-Za-z]{4,8}\b/.test(data)) return [];
  session.waiting.push(data);
  if (session.waiting.length > 1_000) session.waiting.shift();
  session.helo = /^(?:EHLO|HELO) (\S{1,255})/i.exec(data)?.[1] ?? session.helo;
  const from = /^MAIL FROM:\s?<([^>]{0,400})>/i.exec(data)?.[1];
  if (from === undefined) return [];
  session.mails++;
  session.recipients.length = 0;
  return [facts(messageOf(session, id), { from, ...(session.helo ? { helo: session.helo } : {}) })];
}

const recipientOf = (command: string): string | undefined => /^RCPT TO:\s?<([^>]{0,400})>/i.exec(command)?.[1];

function answered(session: Session, message: string, command: string, code: string, reply: string): readonly Note[] {
  if (code === "354") {
    // Replies to what was sent before it are not in the text where it answers something else: recipients were taken.
    const before = /^DATA/i.test(command) ? [] : [command, ...session.waiting.splice(0)];
    session.recipients.push(...before.map(recipientOf).filter((to) => to !== undefined));
    // The message itself is sent next, and answered without a line of its own.
    session.waiting.unshift("DATA .");
    return [];
  }
  if (code.startsWith("3")) return [];
  const taken = code.startsWith("2");
  const rcpt = recipientOf(command);
  if (rcpt !== undefined) {
    if (!taken) return [ended(session, message, code, reply, [rcpt])];
    session.recipients.push(rcpt);
    return [];
  }
  if (/^MAIL/i.test(command) && !taken) {
    // Recipients that were sent along with it are refused because of it, and have replies of their own.
    const recipients = session.waiting.map(recipientOf).filter((to) => to !== undefined);
    session.waiting.length = 0;
    return [ended(session, message, code, reply, recipients)];
  }
  if (/^(?:EHLO|HELO)/i.test(command) && code.startsWith("5")) return [ended(session, message, code, reply, [])];
  if (!/^DATA|^BDAT.{0,40}LAST/i.test(command) && !(/^BDAT/i.test(command) && !taken)) return [];
  const recipients = session.recipients.splice(0);
  return recipients.length > 0 ? [ended(session, message, code, reply, recipients)] : [];
}

function ended(session: Session, message: string, code: string, reply: string, to: readonly string[]): Note {
  const state: State = code.startsWith("2") ? "accepted" : code.startsWith("4") ? "deferred" : "refused";
  const logged = {
    state,
    to,
    ...(session.host ? { host: session.host } : {}),
    hostAddress: session.remote,
    local: session.local,
    said: reply,
  };
  return outcome(message, logged, message.replace(/^exchange-protocol (.*) \d+$/, "exchange-session $1"));
}
