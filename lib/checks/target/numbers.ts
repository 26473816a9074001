import {
  addressFromBytes,
  family,
  fromBigInt,
  type IpAddress,
  parseAddress,
  parseCidr,
  toBigInt,
} from "../net/address.ts";
import { type Text, text } from "../net/safe-text.ts";
import { classify } from "../net/special-purpose.ts";
import { ONLY_LAST_OCTETS, SPAN } from "./pool-range.ts";
import { problem } from "./problem.ts";

const LIKE = "Put in four decimal numbers from 0 to 255, like 198.51.100.7.";

/**
 * Why a text that is meant as an address is none. Old spellings of IPv4 (octal, hexadecimal, one to three numbers) mean
 * different addresses to different programs, so they are never guessed at. Undefined where it is no such text.
 */
export function addressProblem(input: string): ReturnType<typeof problem> | undefined {
  if (isForeign(input)) {
    return problem(
      "foreign-digits",
      text`${input} has digits or dots of another script. Type it with the ordinary ones: 0 to 9 and a full stop.`,
    );
  }
  if (/^[0-9a-f:.]+%/i.test(input) && input.includes(":")) {
    const zone = input.slice(input.indexOf("%"));
    return problem(
      "zone-id",
      text`${input} ends in ${zone}, which names a network card of one machine. Put in the public address of the server, without that.`,
    );
  }
  if (/^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(input)) {
    return problem(
      "ipv6-form",
      text`${input} is not an IPv6 address: those are eight groups of up to four digits 0 to 9 and a to f, and one run of zero groups may be written as ${"::"}.`,
    );
  }
  return LAST_IS_NUMBER.test(input) ? ipv4Problem(input) : undefined;
}

/**
 * A public IPv6 address with a zone behind it, as some programs show each one (`2001:db8::7%eth0`): the zone says nothing
 * of an address that is the same everywhere (RFC 4007 section 6). Undefined where it does say something.
 */
export function withoutZone(input: string): IpAddress | undefined {
  const at = input.indexOf("%");
  if (at < 2 || at > 45 || !/^%(?:25)?[a-z0-9][a-z0-9._-]{0,30}$/i.test(input.slice(at))) return undefined;
  const address = parseAddress(input.slice(0, at));
  return address && !SCOPED.has(classify(address)?.kind ?? "") ? address : undefined;
}
const SCOPED: ReadonlySet<string> = new Set(["link-local", "multicast", "loopback", "unspecified"]);

/** The WHATWG URL standard's test for text that a browser would read as IPv4. */
const LAST_IS_NUMBER = /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.*$/i;

function ipv4Problem(input: string): ReturnType<typeof problem> {
  const parts = input.split(".");
  if (parts.some((part) => /^0x/i.test(part))) {
    return problem("hexadecimal", text`${input} has a hexadecimal number in it. ${LIKE_TEXT}`);
  }
  if (!parts.every((part) => /^\d+$/.test(part))) {
    return problem(
      "ipv4-parts",
      text`${input} ends in a number, so it cannot be a name, and it is not an address either. ${LIKE_TEXT}`,
    );
  }
  if (parts.length !== 4) {
    return problem("ipv4-parts", text`An IPv4 address has four numbers; ${input} has ${parts.length}. ${LIKE_TEXT}`);
  }
  if (parts.some((part) => /^0\d/.test(part))) return twoReadings(input, parts);
  return problem(
    "ipv4-octet",
    text`${parts.find((part) => Number(part) > 255)} in ${input} is more than 255. ${LIKE_TEXT}`,
  );
}

/** A leading zero means octal to some programs and nothing to others. */
function twoReadings(input: string, parts: readonly string[]): ReturnType<typeof problem> {
  const decimal = quad(parts.map(Number));
  const octal = quad(parts.map((part) => (/^0[0-7]+$/.test(part) ? Number.parseInt(part, 8) : Number(part))));
  const readings = decimal && octal && decimal !== octal ? text`, as ${decimal} or as ${octal}` : text``;
  return problem("leading-zero", text`${input} could be read in two ways${readings}. Write it without leading zeros.`);
}

const quad = (numbers: readonly number[]): IpAddress | undefined =>
  numbers.every((n) => n <= 255) ? addressFromBytes(Uint8Array.from(numbers)) : undefined;

const LIKE_TEXT: Text = [{ prose: LIKE }];

/** Full-width, circled, Arabic-Indic … digits, or ideographic full stops, that would come out as an address. */
function isForeign(input: string): boolean {
  if (!/(?![0-9])\p{N}|[。｡．]/u.test(input)) return false;
  const folded = input.normalize("NFKC").replace(/[。｡]/g, ".");
  return /^[\p{N}.]+$/u.test(folded) || LAST_IS_NUMBER.test(folded) || parseAddress(folded) !== undefined;
}

/**
 * Why a block of addresses is no target: `203.0.113.0/24`, `203.0.113.1-20`, `203.0.113.0 255.255.255.0`,
 * `203.0.113.x`. Its first address is never checked in its place. Undefined where the text is no such block.
 */
export function rangeProblem(input: string): ReturnType<typeof problem> | undefined {
  const written = input.trim();
  if (written.length > LONGEST_RANGE) return undefined;
  const cidr = written.includes("/") ? parseCidr(written) : undefined;
  const one = cidr ?? firstOfRange(written);
  if (!one) return undefined;
  const like = cidr ? addressAfter(cidr.address) : one.address;
  return problem(
    "range",
    text`${written} is a range of addresses. Put in the one address that the server sends from, like ${like}.`,
  );
}

/** Two IPv6 addresses in full and what stands between them. */
const LONGEST_RANGE = 90;

const firstOfRange = (written: string): { readonly address: IpAddress } | undefined => {
  const [, first = "", last = ""] = SPAN.exec(written) ?? [];
  const [, network = "", mask = ""] = /^(\S+?)[\s/]+(\d+\.\d+\.\d+\.\d+)$/.exec(written) ?? [];
  const [, begin = ""] = /^((?:\d{1,3}\.){1,3})(?:[x*]|[x*]\.){1,3}[x*]?$/i.exec(written) ?? [];
  const address =
    ONLY_LAST_OCTETS.test(last) || parseAddress(last)
      ? parseAddress(first)
      : /^255\.|^0\.0\.0\.0$/.test(mask) && parseAddress(mask)
        ? parseAddress(network)
        : begin
          ? parseAddress([...begin.split(".").filter(Boolean), "1", "1", "1"].slice(0, 4).join("."))
          : undefined;
  return address && { address };
};

/** The next address: of a network, the first that can be a host's. */
const addressAfter = (address: IpAddress): IpAddress => fromBigInt(toBigInt(address) + 1n, family(address));

/** The address of a reverse name, RFC 2317 children included; "partial" for a reverse zone. */
export function addressOfReverseName(name: string): IpAddress | "partial" | undefined {
  const v4 = /^(.*)\.in-addr\.arpa$/i.exec(name)?.[1];
  if (v4 !== undefined) {
    const parts = v4.split(".");
    // RFC 2317: "7.0/25.113.0.203" holds the PTR record of 203.0.113.7; the label of the range is no number.
    const octets = parts.length === 5 && !/^\d+$/.test(parts[1] ?? "") ? parts.toSpliced(1, 1) : parts;
    return parseAddress(octets.reverse().join(".")) ?? "partial";
  }
  const v6 = /^(.*)\.ip6\.arpa$/i.exec(name)?.[1];
  if (v6 === undefined) return undefined;
  return /^(?:[0-9a-f]\.){31}[0-9a-f]$/i.test(v6)
    ? fromBigInt(BigInt(`0x${v6.split(".").reverse().join("")}`), 6)
    : "partial";
}
