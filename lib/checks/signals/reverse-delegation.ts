import { defineSignal, type Evidence, rfc, temperror } from "../define/signal.ts";
import { zoneEvidence } from "../derive/reverse-cut.ts";
import type { Zone } from "../facts/zone.ts";
import { type Text, text } from "../net/safe-text.ts";
import { digFor, digPtr } from "../words/commands.ts";

/** Who can set the PTR record: whoever runs the zone that holds it. */
export const reverseDelegation = defineSignal({
  id: "reverse-delegation",
  group: "control",
  scopes: ["server"],
  title: "Who can set the PTR record",
  why: "The PTR record lives in the reverse zone of the address, which belongs to the holder of the address block. It cannot be set at a domain's own DNS host.",
  references: [rfc(1035, "3.5"), rfc(2317), rfc(3596, "2.5")],
  needs: ["address", "reverseZone", "reverseCut"],
  outcomes: {
    block: {
      status: "info",
      says: (e) => text`The operator of the zone ${e.zone} can set it: the holder of the address block.${run(e)}`,
    },
    address: {
      status: "info",
      says: (e) =>
        text`This address has its own delegated reverse zone, ${e.zone}. The operator of that zone can set the PTR record.${run(e)}`,
    },
    alias: {
      status: "info",
      says: (e) =>
        text`The reverse name is delegated by an alias: a CNAME to ${e.owner} (RFC 2317). The operator of the zone ${e.zone} can set the PTR record there.${run(e)}`,
    },
    undelegated: {
      status: "info",
      says: (e) =>
        text`No reverse zone is delegated for this address: the zone cut is at ${e.zone}. The holder of the address block must first have the registry delegate one.`,
    },
    temperror,
  },
  reproduce: (e) => [
    ...digPtr(e.address?.[0]),
    ...(e.zone ?? []).flatMap((zone) => [...digFor("SOA", zone), ...digFor("NS", zone)]),
  ],
  judge({ address, reverseZone, reverseCut }) {
    if (reverseZone.kind === "failed" || reverseCut === "unknown") {
      return {
        outcome: "temperror",
        evidence:
          reverseZone.kind === "failed" ? { question: [`${reverseZone.name} SOA`], reason: [reverseZone.reason] } : {},
      };
    }
    const { owner, zone, aliasZone } = reverseZone;
    const evidence = {
      address: [address],
      owner: [owner],
      zone: [zone.name],
      ...runBy(zone),
      ...(aliasZone ? { aliasZone: [aliasZone.name] } : {}),
    };
    return { outcome: reverseCut, evidence };
  },
});

function runBy(zone: Zone): Evidence {
  const record = zone.soa.kind === "answer" ? zone.soa.records[0] : undefined;
  return { ...zoneEvidence(zone), ...(record ? { rname: [record.rname] } : {}) };
}

const run = (e: Evidence): Text =>
  text`${
    e.servers?.length ? text` Its name servers are ${e.servers}.` : []
  }${e.contact?.length ? text` Its contact address is ${e.contact}.` : []}`;
