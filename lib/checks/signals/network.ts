import { defineSignal, type Evidence, ourLimit, rfc, shell } from "../define/signal.ts";
import type { Network } from "../facts/network.ts";
import { originName } from "../formats/network/cymru.ts";
import { rdapServiceFor } from "../formats/network/registries.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";

/** Whose network the address is in: who to write to, and never a reason for anything. */
export const network = defineSignal({
  id: "network",
  group: "control",
  scopes: ["server"],
  title: "Network and holder",
  why: "The holder of the address block can set the PTR record, or knows who can. Receivers also keep a reputation of networks.",
  references: [
    rfc(9083, "5.4"),
    rfc(9224, "5"),
    { label: "Team Cymru: IP to ASN mapping over DNS", url: "https://www.team-cymru.com/ip-asn-mapping" },
  ],
  needs: ["address", "network"],
  outcomes: {
    known: { status: "info", says: (e) => sentences(e) },
    unknown: {
      status: "unknown",
      says: text`Neither RDAP nor the list of announced networks answered in time. Nothing else depends on it.`,
    },
    limit: ourLimit,
  },
  reproduce: (e) => [
    ...(e.originName ?? []).flatMap((name) => digFor("TXT", name)),
    ...(e.rdap ?? []).map((url) => `curl -sL ${shell(url)}`),
  ],
  judge({ address, network: { origin, registration } }) {
    const service = rdapServiceFor(address);
    const evidence = {
      address: [address],
      ...originEvidence(origin),
      ...registrationEvidence(registration),
      originName: [originName(address)],
      limit: [
        ...(registration.kind === "failed" && registration.why === "limit" ? ["registry"] : []),
        ...(origin.kind === "failed" && origin.lookup.reason === "limit" ? ["origin"] : []),
      ],
      ...(service ? { rdap: [`https://${service.host}${service.base}ip/${address}`] } : {}),
    };
    const nothing = origin.kind === "failed" && registration.kind === "failed";
    const limited = evidence.limit.length > 0;
    return { outcome: nothing ? (limited ? "limit" : "unknown") : "known", evidence };
  },
});

function originEvidence(origin: Network["origin"]): Evidence {
  if (origin.kind === "failed") return {};
  if (origin.kind === "not-announced") return { announced: ["no"] };
  return {
    asn: origin.asns.map((asn) => `AS${asn}`),
    prefix: [origin.prefix],
    ...(origin.asName ? { asName: [origin.asName] } : {}),
    ...(origin.country ? { country: [origin.country] } : {}),
  };
}

function registrationEvidence(registration: Network["registration"]): Evidence {
  if (registration.kind === "failed") return {};
  const { holder, abuse, range, country, source } = registration;
  return {
    ...(holder ? { holder: [holder] } : {}),
    ...(abuse ? { abuse: [abuse] } : {}),
    ...(range ? { range: [range] } : {}),
    // The registry's own word counts more than the copy of it.
    ...(country ? { country: [country] } : {}),
    source: [source],
  };
}

/** What is known, in up to three sentences. */
function sentences(e: Evidence): Text {
  const complaints = e.abuse?.length ? text`Its abuse contact is ${e.abuse}.` : [];
  return [registered(e), announced(e), complaints]
    .filter(({ length }) => length > 0)
    .flatMap((sentence, i) => (i === 0 ? sentence : [...prose(" "), ...sentence]));
}

function registered(e: Evidence): Text {
  if (e.limit?.includes("registry")) return prose("RDAP was not asked: our limit for one check was reached.");
  if (!e.source?.length) return prose("RDAP did not answer.");
  return e.holder?.length ? text`The address is registered to ${e.holder}.` : prose("The registry names no holder.");
}

function announced(e: Evidence): Text {
  if (e.announced?.length) return prose("It is not announced in BGP.");
  if (e.limit?.includes("origin"))
    return prose("Which network announces it was not asked: our limit for one check was reached.");
  if (!e.asn?.length) return prose("Which network announces it is not known: no answer.");
  return text`It is announced by ${e.asn}${e.asName?.length ? text` (${e.asName})` : []} as part of ${e.prefix}.`;
}
