import { type CsvReader, type CsvReading, columnsOf, csvFields, rowOf } from "./csv-line.ts";
import { instant } from "./line-head.ts";
import { facts, type LoggedOutcome, type Note, outcome, type State } from "./note.ts";
import { staysInside } from "./relay.ts";

/** The columns of a tracking log since Exchange 2013, for lines that came without their head. */
const USUAL = columnsOf(
  "date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality".split(
    ",",
  ),
);
/** What `Export-Csv` calls them otherwise. */
const OTHERWISE: Readonly<Record<string, string>> = {
  timestamp: "datetime",
  recipients: "recipientaddress",
  sender: "senderaddress",
};
/** Every version of Exchange has events of its own: a word in capitals, behind a time. */
const EVENT = /^[A-Z]{3,24}$/;
/** Rules, mailboxes and tools of the organisation: what they refuse, no receiver has seen. */
const OWN = /^(?:AGENT|STOREDRIVER|MAILBOXRULE|ORAR|APPROVAL|ADMIN|POISONMESSAGE|MEETINGMESSAGEPROCESSOR|SAFETYNET)$/;
const STATES: Readonly<Record<string, State>> = {
  SEND: "accepted",
  SENDEXTERNAL: "accepted",
  FAIL: "refused",
  DEFER: "deferred",
};

/**
 * Exchange's message tracking log, as a file or from `Get-MessageTrackingLog | Export-Csv`. SEND is a delivery to another
 * server; `client-ip` is then our own address. What comes in, or stays in the organisation, is none of ours to tell.
 */
export function exchangeTracking(): CsvReader {
  let columns = USUAL;
  return (line) => {
    const head = /^(?:#Fields: )?"?(?:date-time|timestamp|pscomputername|runspaceid)"?,/i.exec(line);
    if (head) {
      const named = columnsOf(csvFields(line.replace(/^#Fields: /, ""))).map((name) => OTHERWISE[name] ?? name);
      if (!named.includes("eventid") || !named.includes("recipientaddress")) return undefined;
      columns = named;
      return NOTHING;
    }
    if (!line.includes(",")) return undefined;
    const row = rowOf(columns, csvFields(line));
    if (!EVENT.test(row("eventid")) || !EVENT.test(row("source"))) return undefined;
    const time = /^"?(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?/.exec(row("datetime"));
    const at = time ? instant(`${time[1]}T${time[2]}`, time[3]) : undefined;
    return { at, notes: notesOf(row) };
  };
}

const NOTHING: CsvReading = { at: undefined, notes: [] };

function notesOf(row: (name: string) => string): readonly Note[] {
  const state = STATES[row("eventid")];
  const message = `exchange ${row("messageid") || row("internalmessageid")}`;
  const from = row("returnpath") || row("senderaddress");
  const known = facts(message, { from, ...(row("messageid") ? { messageId: row("messageid") } : {}) });
  if (!state || /^incoming$/i.test(row("directionality"))) return [known];
  // Between mailboxes, stores and the servers of one organisation.
  if (state === "accepted" && row("source") !== "SMTP") return [known];
  if (OWN.test(row("source"))) return [known];
  const recipients = listOf(row("recipientaddress"));
  const statuses = statusesOf(row("recipientstatus"), recipients.length);
  return [
    known,
    ...recipients.flatMap((to, i): readonly Note[] => {
      const status = statuses[i] ?? "";
      const { host, hostAddress, said } = attemptOf(status);
      const server = { host: host || row("serverhostname"), hostAddress: hostAddress || row("serverip") };
      if (staysInside(server.hostAddress, state)) return [];
      const logged: LoggedOutcome = {
        state,
        to: [to],
        ...(server.host ? { host: server.host } : {}),
        ...(server.hostAddress ? { hostAddress: server.hostAddress } : {}),
        ...(state === "accepted" && row("clientip") ? { local: row("clientip") } : {}),
        said: said || (/^\D{0,40}[45]\d\d /.test(row("sourcecontext")) ? row("sourcecontext") : ""),
      };
      return [outcome(message, logged)];
    }),
  ];
}

const listOf = (text: string): string[] =>
  text
    .replace(/^\{|\}$/g, "")
    .split(/[;,]\s*/)
    .map((one) => one.trim())
    .filter((one) => one.includes("@"))
    .slice(0, 500);

/** One status for each recipient: a single one is everybody's, and where their numbers differ otherwise, none is anybody's. */
function statusesOf(text: string, recipients: number): readonly string[] {
  const groups = text.match(/\[\{[^[\]]{0,4000}(?:\[[^\]]{0,500}\][^[\]]{0,2000})?\]/g) ?? [];
  const parts = groups.length > 0 ? groups : text.includes("{LED=") ? [text] : text.split(";").map((one) => one.trim());
  if (parts.length === recipients) return parts;
  // A semicolon may be part of what a server said of the only recipient.
  if (recipients === 1 && groups.length === 0) return [text];
  const [only = ""] = parts.length === 1 ? parts : [];
  return Array.from({ length: recipients }, () => only);
}

/** `[{LED=550 5.7.1 …};{MSG=};{FQDN=mx.b.example};{IP=192.0.2.9};{LRT=…}]`: last error, server, address. */
function attemptOf(status: string): { readonly host: string; readonly hostAddress: string; readonly said: string } {
  const field = (name: string) => new RegExp(`\\{${name}=([^}]{0,4000})\\}`).exec(status)?.[1] ?? "";
  const said = status.includes("{LED=") ? field("LED") : status;
  return {
    host: field("FQDN"),
    hostAddress: field("IP"),
    // The servers of Microsoft's own organisation in brackets behind it are neither receiver nor sender.
    said: said.replace(/ \[[\w.-]{4,120} \d{4}-\d\d-\d\dT[^\]]{0,80}\]$/, "").replace(PRIMARY, ""),
  };
}

const PRIMARY = /^[45]\d\d [45]\.\d\.\d{1,3} Error encountered while communicating with primary target IP address: "?/;
