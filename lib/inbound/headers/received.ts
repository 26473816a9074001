import { asName, type DomainName, type IpAddress, isHostname, organisationalDomain } from "../../checks/view.ts";
import { receiverOfHost } from "../receivers.ts";
import { fullName } from "../values.ts";
import { type FromPart, readFromPart, splitAtBy } from "./from-part.ts";

/** One `Received` field: what the server that wrote it recorded of the one that talked to it. */
export interface Hop {
  /** The address of the peer. */
  readonly address?: IpAddress;
  /** What the peer said in HELO or EHLO, as text: it may be no name at all. */
  readonly helo?: string;
  /** The name of the peer that the server found and confirmed; `null`: it looked and there was none. */
  readonly name?: DomainName | null;
  /** The server that wrote it. */
  readonly by?: DomainName;
}

/** Names that servers write where they found none. */
const NAMELESS =
  /^(?:unknown|unverified|nohost|no-reverse-dns|infodomainnonexistent|\[?\d{1,3}(?:\.\d{1,3}){3}\]?|localhost)$/i;

/** Reads the value of one unfolded `Received` field, in the forms of the programs that are about. Total. */
export function readReceived(value: string): Hop {
  const line = value.slice(0, 2_000).replace(/\s+/g, " ").trim();
  // "by" and what follows it are of the server that wrote it; qmail and Exim put comments before it.
  const whole = /^(?:\(qmail[^)]*\);? ?)?from (.*)$/i.exec(line)?.[1] ?? "";
  const [from, byPart] = splitAtBy(whole);
  const by = fullName(/^(?:\(?)([\w.-]{1,253})/.exec(byPart || (/^by (.*)/i.exec(line)?.[1] ?? ""))?.[1]);
  if (!from) return by ? { by } : {};
  const part = readFromPart(byPart ? from : from.replace(/ (?:with|for|via|id) .*$/i, ""));
  const { address } = part;
  return { ...(address ? { address } : {}), ...namesIn(part), ...(by ? { by } : {}) };
}

function namesIn({ first, said, comment, address }: FromPart): Pick<Hop, "helo" | "name"> {
  // Exim, qmail, Yahoo and others say which is which: "name ([ip] helo=said)", "(HELO said)", "(EHLO said)".
  if (said && said.toLowerCase() !== first.toLowerCase()) return { helo: said, ...named(first, address) };
  if (said) return { helo: said, ...named(/^([\w.-]+)[ [(]/.exec(comment)?.[1] ?? first, address) };
  // "from said ([ip])" has no name; Google, Postfix, Sendmail: "from said (name [ip])".
  const inside =
    /^(?:[\w.-]+@)?<?([\w-]+(?:\.[\w-]+)*\.?)>?(?: ?\[| ?\()/.exec(comment)?.[1] ??
    /^([\w-]+(?:\.[\w-]+)+)\.? \(?\d/.exec(comment)?.[1];
  if (inside) return { helo: first, ...named(inside, address) };
  // Exchange: "from name (ip)" has what was looked up or said, not which.
  return { helo: first };
}

function named(text: string, address: IpAddress | undefined): Pick<Hop, "name"> {
  if (!text || NAMELESS.test(text) || text === address || text === `[${address}]`) return { name: null };
  const name = text.replace(/\.$/, "").toLowerCase();
  return isHostname(name) && name.includes(".") ? { name: asName(name) } : {};
}

/** Whether two servers belong to one house, by their names. */
export function sameHouse(a: DomainName | undefined, b: DomainName | undefined): boolean {
  if (!a || !b) return false;
  const known = receiverOfHost(a);
  return known ? known === receiverOfHost(b) : (organisationalDomain(a) ?? a) === (organisationalDomain(b) ?? b);
}
