import type { Evidence } from "../../define/signal.ts";
import type { ForwardOwner, PtrOwner } from "../../findings/zone-holders.ts";
import { prose, type Text, text } from "../../net/safe-text.ts";
import { providers } from "../../providers/index.ts";

const NOT_THERE = prose(" Your domain's DNS host cannot set it.");
const RESELLER = prose(" If you bought from a reseller, ask the reseller.");

/** Who can set the PTR record, in words. A code of another version has none but the evidence. */
export function ptrOwnerSays(outcome: string, e: Evidence): Text {
  const words = PTR[outcome as PtrOwner];
  return words ? words(e) : PTR.unknown(e);
}

export function forwardOwnerSays(outcome: string, e: Evidence): Text {
  const words = FORWARD[outcome as ForwardOwner];
  return words ? words(e) : FORWARD.unknown(e);
}

export const GREETING_OWNER: Text = prose("It is a setting of the mail software.");

/** Who sets the PTR record, by name and with the place in their panel. Undefined where nobody is known by name. */
export function ptrActor(outcome: string, e: Evidence): Text | undefined {
  const provider = providers.find(({ id }) => id === e.provider?.[0]);
  switch (outcome as PtrOwner) {
    case "provider":
    case "provider-likely": {
      if (!provider) return undefined;
      const places = provider.guides.flatMap(({ where }) => where ?? []);
      const likely = outcome === "provider-likely" ? "probably " : "";
      const whose = `${likely}${provider.name}, whose customer you are`;
      return prose(places.length > 0 ? `${whose}: ${places.join(", or ")}` : whose);
    }
    case "yours":
      return e.zone?.length ? text`you, in the zone ${e.zone}` : undefined;
    case "delegated":
      return e.zone?.length ? text`the operator of the zone ${e.zone}` : undefined;
    case "holder":
      return e.holder?.length
        ? text`${e.holder}, which holds the address block, or its reseller`
        : e.asName?.length
          ? text`${e.asName}, which runs the network, or its reseller`
          : undefined;
    default:
      return undefined;
  }
}

/** Who publishes the address record. */
export const forwardActor = (outcome: string, e: Evidence): Text | undefined =>
  outcome === "zone" && e.zone?.length ? text`you, in the zone ${e.zone}` : undefined;

const PTR: Readonly<Record<PtrOwner, (e: Evidence) => Text>> = {
  yours: (e) =>
    text`You can set it, as far as DNS shows: ${aliased(e)}the PTR record is in the zone ${e.zone}, whose name server ${e.shared?.[0]} also serves the zone of the server's name.`,
  provider: (e) =>
    text`${providerName(e)} can set it: ${how(e)}.${e.aliasZone?.length ? text` The record is in the zone ${e.zone}.` : []}${NOT_THERE}${RESELLER}`,
  "provider-likely": (e) =>
    text`Probably ${providerName(e)} can set it: the address is announced by ${e.recognised}.${run(e)}${NOT_THERE}${RESELLER}`,
  delegated: (e) =>
    text`The operator of the zone ${e.zone} can set it: ${e.aliasZone?.length ? aliased(e) : prose("the address has its own reverse zone; ")}the holder of the address block delegated it.${run(e)} If that is you, set the record there.`,
  holder: (e) =>
    text`The holder of the address block can set it${e.holder?.length ? text`: ${e.holder}` : []}${e.zone?.length ? text`, in the zone ${e.zone}` : []}.${run(e)}${NOT_THERE}${RESELLER}`,
  undelegated: () =>
    text`Nobody yet: no reverse zone is delegated for the address block. Its holder must first have the registry delegate one.${RESELLER}`,
  unknown: () =>
    text`We could not find out who runs the reverse zone. Ask the provider of the address.${NOT_THERE}${RESELLER}`,
};

const FORWARD: Readonly<Record<ForwardOwner, (e: Evidence) => Text>> = {
  zone: (e) => text`${e.name} is in the zone ${e.zone}, at your DNS host.${run(e)}`,
  "not-registered": (e) =>
    text`Nobody yet: there is no zone for ${e.name} below ${e.zone}. Register and delegate its domain first.`,
  "no-name": () => text`You, at the DNS host of the domain you choose the server's name from.`,
  unknown: (e) => text`You, at your DNS host. We could not find out which zone ${e.name} is in.`,
};

/** How the provider was recognised, as a clause. */
function how(e: Evidence): Text {
  switch (e.recognisedBy?.[0]) {
    case "default-name":
      return text`${e.recognised} is one of its default names`;
    case "reverse-zone":
      return text`the reverse zone ${e.zone} is run by ${e.recognised}`;
    default:
      return text`the address is announced by ${e.recognised}`;
  }
}

const providerName = (e: Evidence): Text =>
  prose(providers.find(({ id }) => id === e.provider?.[0])?.name ?? "the provider");

const aliased = (e: Evidence): Text =>
  e.aliasZone?.length
    ? text`the reverse name is an alias for ${e.owner}${e.label?.length ? text` (RFC 2317, under the label ${e.label})` : prose(" (RFC 2317)")}; `
    : [];

const run = (e: Evidence): Text =>
  text`${e.servers?.length ? text` Its name servers are ${e.servers.slice(0, 4)}.` : []}${e.contact?.length ? text` Its contact address is ${e.contact}.` : []}`;
