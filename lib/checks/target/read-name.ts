import { type DomainName, hasPublicSuffix, isHostname, isWithin, labels, parseName } from "../net/domain-name.ts";
import { decodePunycode } from "../net/punycode.ts";
import { prose, text } from "../net/safe-text.ts";
import { specialName } from "../net/special-names.ts";
import { problem, type Read, read } from "./problem.ts";

export interface NameOptions {
  /**
   * Domains that exist where we look from although the public DNS has no such thing: `example` in the demo, `lan`
   * inside a network.
   */
  readonly zones?: readonly DomainName[];
}

const FULL_NAME = "Put in the full name, like mail.example.com.";

/** Reads the name of a host or a domain that receivers could look up. */
export function readName(input: string, { zones = [] }: NameOptions = {}): Read<DomainName> {
  const name = parseName(input);
  if (!name) return unreadable(input);
  if (!isHostname(name)) return noHostname(name);
  if (labels(name).some((label) => label.startsWith("xn--") && !decodePunycode(label.slice(4)))) return badIdn(input);
  if (zones.some((zone) => isWithin(name, zone) && name !== zone)) return read(name);
  const special = specialName(name);
  if (special) {
    const rfc = special.rfc ? prose(` (${special.rfc})`) : undefined;
    return problem(
      "special-use",
      text`${name} ${prose(special.is)}${rfc}. Put in the public name or the public address of the server.`,
    );
  }
  if (!name.includes(".")) {
    return problem(
      "dotless",
      text`${name} has no dot, so it is not a full name: receivers cannot look it up. ${prose(FULL_NAME)}`,
    );
  }
  if (!hasPublicSuffix(name)) {
    const tld = labels(name).at(-1);
    return problem(
      "unknown-tld",
      text`${name} ends in ${tld}, and there is no such top-level domain. ${prose(FULL_NAME)}`,
    );
  }
  return read(name);
}

const STRANGE = /(?![\u200c\u200d])[^\p{L}\p{M}\p{N}._。．｡・·-]/u;

function unreadable(input: string): Read<never> {
  const name = input.replace(/\.$/, "");
  const strange = STRANGE.exec(name)?.[0];
  if (strange) {
    return problem(
      "characters",
      text`Names and addresses have no ${strange} in them. Put in an address like 198.51.100.7 or a name like mail.example.com.`,
    );
  }
  const parts = name.split(".");
  if (parts.includes("")) {
    return problem("empty-label", text`${name} has two dots in a row or begins with one. ${prose(FULL_NAME)}`);
  }
  if (name.length > 253 || parts.some((label) => label.length > 63)) {
    return problem(
      "too-long",
      text`${name} is too long for a name: 63 characters between two dots and 253 in all are the most.`,
    );
  }
  return badIdn(input);
}

const badIdn = (input: string): Read<never> =>
  problem(
    "idn",
    text`${input} cannot be written as an internationalised domain name. Put in the name as it is registered, or its xn-- form.`,
  );

function noHostname(name: string): Read<never> {
  if (/(?:^|\.)\d+$/.test(name)) {
    return problem("not-a-name", text`${name} is a number or an address, not a name. ${prose(FULL_NAME)}`);
  }
  if (name.includes("_")) {
    return problem(
      "underscore",
      text`${name} has an underscore in it, which names of hosts and mail domains cannot have (RFC 1123). Put in the name of the server or the domain itself.`,
    );
  }
  if (labels(name as DomainName).some((label) => label.startsWith("-") || label.endsWith("-"))) {
    return problem(
      "hyphen",
      text`${name} has a hyphen at the beginning or the end of a part, which names of hosts cannot have. ${prose(FULL_NAME)}`,
    );
  }
  return unreadable(name);
}
