import type { IntendedHostname } from "../facts/intended-hostname.ts";
import { hostnameFault } from "../formats/ptr-name/hostname-fault.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { classifyPtrName, type PtrNameReason } from "./classify-ptr-name.ts";
import { defineFinding } from "./define.ts";
import { resolvesTo } from "./forward-confirmation.ts";

/**
 * The name this server should have, so that PTR, forward record and EHLO can be brought to agree with the least work:
 * one that already resolves back before one that has yet to, and never one that a provider made. Undefined where nobody
 * has named the server: then the reader has to.
 */
export const intendedHostname = defineFinding<"intendedHostname">()({
  needs: ["address", "asked", "forwardConfirmation", "serverName", "mailNames"],
  shows: [],
  derive({ address, asked, forwardConfirmation, serverName, mailNames }): IntendedHostname | undefined {
    const own = (name: DomainName | undefined): name is DomainName =>
      name !== undefined && hostnameFault(name) === undefined && classifyPtrName(name, address).kind === "custom";
    const chosen = (name: DomainName | undefined): name is DomainName =>
      own(name) || (name !== undefined && hostnameFault(name) === undefined && !isMade(name, address));
    const { claimed, answered } = serverName;
    const given = claimed?.name && isWish(claimed.name) ? claimed.name : undefined;
    if (given && resolvesTo(mailNames.claimed?.addresses, address)) return { name: given, origin: "given" };

    const names = forwardConfirmation.names.filter(({ name }) => own(name));
    const confirmed = names.filter(({ state }) => state === "confirmed").map(({ name }) => name);
    const ehloName = answered?.name;
    const ptr = confirmed.find((name) => name === ehloName) ?? confirmed[0];
    if (ptr) return { name: ptr, origin: "ptr" };
    if (given) return { name: given, origin: "given" };
    // The name under which the address was found leads to it.
    if (chosen(asked)) return { name: asked, origin: "asked" };
    // Somebody gave the server this name and published its address: odd as it may look, it was chosen.
    if (chosen(ehloName) && resolvesTo(mailNames.ehlo?.addresses, address)) return { name: ehloName, origin: "ehlo" };

    const ehlo = own(ehloName) ? ehloName : undefined;
    const [first] = names;
    if (first) return { name: names.find(({ name }) => name === ehlo)?.name ?? first.name, origin: "ptr" };
    // A name that resolves to somebody else's address is most likely somebody else's.
    return ehlo && mailNames.ehlo?.addresses.kind !== "answer" ? { name: ehlo, origin: "ehlo" } : undefined;
  },
});

/** A name the reader wants is taken at their word where it can be looked up; what is wrong with it gets said. */
function isWish(name: DomainName): boolean {
  const fault = hostnameFault(name);
  return fault === undefined || fault === "underscore";
}

/** Signs in a name that a provider made it out of the address or the line. Other words somebody may have meant. */
const MADE: readonly PtrNameReason[] = [
  "provider-default",
  "address",
  "address-part",
  "address-shape",
  "hardware-address",
  "access-word",
  "line-word",
  "line-path",
];

const isMade = (name: DomainName, address: IpAddress): boolean =>
  classifyPtrName(name, address).reasons.some(({ why }) => MADE.includes(why));
