import { failureWords } from "../../define/signal.ts";
import { prose, type Text, text } from "../../net/safe-text.ts";
import type { Remedy } from "../../report/report.ts";
import { forwardRecord, hostname, ptrRecord, TTL } from "./records.ts";

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
export interface Ticket {
  readonly ready: boolean;
  readonly problems: readonly TicketProblem[];
  readonly subject: string;
  readonly body: string;
}

/** Where and when it was seen that the forward record is in place. */
export interface Seen {
  readonly at: string;
  readonly from: string;
  readonly url: string;
}

export function ticketFor(remedy: Remedy, seen: Seen): Ticket {
  const problems = ticketProblems(remedy);
  return { ready: problems.length === 0, problems, ...write(remedy, seen) };
}

/** Checks the wanted name for what providers check, before they do. */
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
      does: text`${name} is an alias (CNAME) for ${alias}: replace it with this ${type} record. Many providers refuse an alias, and RFC 1912 advises against it.`,
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
      return [...problems, { code: leads, does: text`${name} has no ${type} record yet: publish this one.`, copy }];
    case "nxdomain":
      return [...problems, { code: leads, does: text`${name} does not exist in DNS yet: publish this record.`, copy }];
  }
}

const NO_NAME: TicketProblem = {
  code: "no-name",
  does: text`Choose the name first: a full host name in a domain of yours.`,
};

function write(remedy: Remedy, { at, from, url }: Seen): Pick<Ticket, "subject" | "body"> {
  const { address, wanted, type, ptr, owners } = remedy;
  const name = hostname(remedy);
  const ttl = wanted?.ttl === undefined ? "" : ` ${wanted.ttl}`;
  const proof =
    wanted?.leads === "back" && !wanted.alias
      ? [
          `The forward record is in place (seen ${at.slice(0, 16).replace("T", " ")} UTC from ${from}):`,
          `    ${name}.${ttl} IN ${type} ${address}`,
        ]
      : [
          `The forward record of the name: [publish this first]`,
          `    ${wanted ? forwardRecord(remedy, name) : `${name} ${type} ${address}`}`,
        ];
  return {
    subject: `Please set reverse DNS (PTR): ${address} to ${name}`,
    body: [
      "Hello,",
      "",
      "please set the reverse DNS of this address:",
      "",
      `    Address:    ${address}`,
      `    Name:       ${name}`,
      ...(wanted ? [`    Record:     ${ptrRecord(address, name, owners.ptr.evidence.owner?.[0])}`] : []),
      `    TTL:        ${TTL} seconds, or your usual one`,
      "",
      ...proof,
      "",
      present(ptr, name),
      "",
      `What is seen of it from outside: ${url}`,
      "",
      "Customer or contract number: [your number]",
      "Server or service: [its name or id in your panel]",
      "Questions to: [your name, e-mail, telephone]",
      "",
      "Thank you",
    ].join("\n"),
  };
}

function present(ptr: readonly string[], name: string): string {
  if (ptr.length === 0) return "At present the address has no PTR record.";
  if (ptr.length === 1) return `At present it is named ${ptr[0]}. Please replace that name.`;
  const some = ptr.length > 3 ? `${ptr.slice(0, 3).join(", ")} and ${ptr.length - 3} more` : ptr.join(", ");
  return `At present it has ${ptr.length} PTR records: ${some}. Please leave one only, ${name}.`;
}
