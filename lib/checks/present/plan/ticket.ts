import { failureWords } from "../../define/signal.ts";
import { prose, type Text, text } from "../../net/safe-text.ts";
import type { Remedy } from "../../report/report.ts";
import { wrapped } from "../../words/wrap.ts";
import { zoneLine } from "../../words/zone-line.ts";
import { forwardRecord, ptrRecord, TTL } from "./records.ts";
import { en } from "./ticket-languages/en.ts";
import { TICKET_LANGUAGES, ticketLanguage } from "./ticket-languages/index.ts";
import type { TicketMessages } from "./ticket-languages/messages.ts";

/** What makes providers send such a request back. */
export type TicketProblemCode =
  /** The server's name is not chosen yet. */
  | "no-name"
  | "underscore"
  /** The name is a CNAME: many providers look for an address record at the name itself. */
  | "alias"
  | "nxdomain"
  | "no-address"
  | "elsewhere"
  /** The name could not be looked up: nothing is wrong with it as far as we know, but nothing is proved. */
  | "unknown";

export interface TicketProblem {
  readonly code: TicketProblemCode;
  /** What to do first. */
  readonly does: Text;
  /** The exact record. */
  readonly copy?: string;
}

/** A request for a PTR record, to send as it is once its problems are gone and the brackets are filled in. */
export interface Ticket extends TicketText {
  readonly ready: boolean;
  readonly problems: readonly TicketProblem[];
  /** The languages that there are, that of this one among them: `TICKET_LANGUAGES`. */
  readonly languages: readonly Pick<TicketText, "lang" | "language">[];
}

/** The words of a ticket in one language. */
interface TicketText {
  /** The language's tag (RFC 5646), and its name in itself. */
  readonly lang: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
}

/** When it was seen that the forward record is in place, where that can be read, and the language asked for. */
export interface Seen {
  readonly at: string;
  readonly url: string;
  readonly lang?: string;
  /** The PTR record could not be looked up: nothing is said of it. */
  readonly isPtrUnknown?: boolean;
}

/** The ticket for one server, in the language asked for. */
export function ticketFor(remedy: Remedy, seen: Seen, asked?: string): Ticket {
  const problems = ticketProblems(remedy);
  const text = write(remedy, seen, ticketLanguage(asked ?? seen.lang));
  return { ready: problems.length === 0, problems, ...text, languages: LANGUAGES };
}

const LANGUAGES = Object.entries(TICKET_LANGUAGES).map(([lang, { language }]) => ({ lang, language }));

/** Checks the intended host name for what providers check, before they do. */
export function ticketProblems(remedy: Remedy): TicketProblem[] {
  const { wanted, type, address } = remedy;
  if (!wanted) return [NO_NAME];
  const { name, leads, alias, addresses, reason } = wanted;
  const copy = forwardRecord(remedy, name);
  const problems: TicketProblem[] = [];
  if (name.includes("_")) {
    problems.push({
      code: "underscore",
      does: text`Choose a name without an underscore: ${name} is not a host name (RFC 1123), and providers refuse it. Publish the ${type} record of the new name.`,
    });
  }
  if (alias) {
    problems.push({
      code: "alias",
      does: text`Replace the alias (CNAME) of ${name} with this ${type} record. It now stands for ${alias}. Many providers refuse to set a PTR record to an alias, and RFC 1912 advises against it.`,
      copy,
    });
  }
  switch (leads) {
    case "back":
      return problems;
    case "unknown":
      return [
        ...problems,
        {
          code: "unknown",
          does: text`We could not look up ${name}: ${failureWords(reason)}. Check that it resolves to ${address} before you send this.`,
        },
      ];
    case "elsewhere": {
      const also = prose(addresses.length > 1 ? "addresses" : "address");
      const does = text`${name} resolves to ${addresses}, not to ${address}: publish this ${type} record. Remove the present ${also} unless another server uses it.`;
      return [...problems, { code: leads, does, copy }];
    }
    case "no-address":
      return [
        ...problems,
        { code: leads, does: text`Publish the ${type} record of ${name}, which has none yet.`, copy },
      ];
    case "nxdomain":
      return [
        ...problems,
        { code: leads, does: text`Publish an address record for ${name}, which does not exist in DNS yet.`, copy },
      ];
  }
}

const NO_NAME: TicketProblem = {
  code: "no-name",
  does: text`Choose the name first: a full host name in a domain of yours.`,
};

/** The request in one language: short, and no line longer than a mail's. */
function write(remedy: Remedy, { at, url, isPtrUnknown }: Seen, lang: string): TicketText {
  const words = TICKET_LANGUAGES[lang] ?? en;
  const { address, wanted, type, ptr, owners } = remedy;
  const name = wanted?.name ?? words.unnamed;
  const inPlace = wanted?.leads === "back" && !wanted.alias;
  const forward = wanted
    ? `${name}. ${inPlace ? (wanted.ttl ?? TTL) : TTL} IN ${type} ${address}`
    : `${name} ${type} ${address}`;
  const label = (of: string) => `  ${`${of}:`.padEnd(words.address.length + 2)}`;
  const time = at.slice(0, 16).replace("T", " ");
  return {
    lang,
    language: words.language,
    subject: fill(words.subject, { address, name }),
    body: [
      words.greeting,
      "",
      words.request,
      "",
      `${label(words.address)}${address}`,
      wrapped(`${label("PTR")}${name}`, "    "),
      "",
      ...(wanted ? [words.record, "", zoneLine(ptrRecord(address, name, owners.ptr.evidence.owner?.[0])), ""] : []),
      inPlace ? fill(words.forwardSeen, { time }) : words.forwardMissing,
      "",
      zoneLine(forward),
      "",
      ...(isPtrUnknown ? [] : [wrapped(present(ptr, name, words)), ""]),
      ...(url ? [wrapped(`${words.report} ${url}`), ""] : []),
      words.customer,
      words.server,
      "",
      words.thanks,
      words.signature,
    ].join("\n"),
  };
}

function present(ptr: readonly string[], name: string, words: TicketMessages): string {
  if (ptr.length === 0) return words.withoutPtr;
  const names =
    ptr.length > 3
      ? `${ptr.slice(0, 3).join(", ")} ${fill(words.more, { count: String(ptr.length - 3) })}`
      : ptr.join(", ");
  return fill(ptr.length === 1 ? words.onePtr : words.severalPtr, { names, name, count: String(ptr.length) });
}

const fill = (message: string, values: Readonly<Record<string, string>>): string =>
  message.replace(/\{(\w+)\}/g, (all, key: string) => values[key] ?? all);
