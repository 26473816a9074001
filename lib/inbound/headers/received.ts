import type { IpAddress } from "../../checks/address.ts";
import { asName, type DomainName, isHostname, organisationalDomain } from "../../checks/name.ts";
import { receiverOfHost } from "../receivers.ts";
import { addressesIn, fullName } from "../values.ts";

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
  const [, fromPart = "", byPart = ""] = /^(?:\(qmail[^)]*\);? ?)?from (.*?)(?: by (.*))?$/i.exec(line) ?? [];
  const by = fullName(/^(?:\(?)([\w.-]{1,253})/.exec(byPart || (/^by (.*)/i.exec(line)?.[1] ?? ""))?.[1]);
  if (!fromPart) return by ? { by } : {};
  const from = fromPart.replace(/ (?:with|for|via|id) .*$/i, "");
  const address = addressesIn(from).at(-1)?.address;
  const first = /^(\[[^\]]{1,64}\]|[^\s(]{1,255})/.exec(from)?.[1] ?? "";
  return { ...(address ? { address } : {}), ...namesIn(from, first, address), ...(by ? { by } : {}) };
}

function namesIn(from: string, first: string, address: IpAddress | undefined): Pick<Hop, "helo" | "name"> {
  const comment = /\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(from)?.[1] ?? "";
  // Exim, qmail, Haraka's and others' "name ([ip] helo=said)", "(HELO said)", "(EHLO said)".
  const said = /\b(?:helo|ehlo)[= ]<?(\[[^\]]{1,64}\]|[^\s()>]{1,255})/i.exec(from)?.[1];
  if (said && !new RegExp(`^${escaped(said)}$`, "i").test(first)) return { helo: said, ...named(first, address) };
  if (said) return { helo: said, ...named(/^([\w.-]+)[ [(]/.exec(comment)?.[1] ?? first, address) };
  // Exim where it could not confirm: "from [ip] (helo=said)" is above; "from said ([ip])" says nothing of a name.
  const inside =
    /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)*\.?)(?: ?\[| ?\()/.exec(comment)?.[1] ??
    /^([\w-]+(?:\.[\w-]+)+)\.? \(?\d/.exec(comment)?.[1];
  if (inside) return { helo: first, ...named(inside, address) };
  // Google: "from said (name. [ip])" is above; Exchange: "from name (ip)" has what was looked up or said, not which.
  return { helo: first };
}

function named(text: string, address: IpAddress | undefined): Pick<Hop, "name"> {
  if (!text || NAMELESS.test(text) || text === address || text === `[${address}]`) return { name: null };
  const name = text.replace(/\.$/, "").toLowerCase();
  return isHostname(name) && name.includes(".") ? { name: asName(name) } : {};
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** Whether two servers belong to one house, by their names. */
export function sameHouse(a: DomainName | undefined, b: DomainName | undefined): boolean {
  if (!a || !b) return false;
  const known = receiverOfHost(a);
  return known ? known === receiverOfHost(b) : (organisationalDomain(a) ?? a) === (organisationalDomain(b) ?? b);
}
