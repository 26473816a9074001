import { defineSignal, type Evidence, rfc, temperror } from "../define/signal.ts";
import type { Panel } from "../formats/dnsbl/panel.ts";
import { parseAddress, reverseLabels } from "../net/address.ts";
import { text } from "../net/safe-text.ts";
import { answersOf, digs, findingOf, meaning, silent, titles, without } from "../words/listing-words.ts";

const labels = (e: Evidence): string | undefined => {
  const address = parseAddress(e.address?.[0] ?? "");
  return address && reverseLabels(address);
};

/** The lists of good senders. */
export const dnswl = defineSignal({
  id: "dnswl",
  group: "reputation",
  scopes: ["server"],
  title: "Allow lists",
  why: "Some lists name servers known to send wanted mail. Being listed helps a little; most good servers are on none.",
  references: [rfc(5782, "2.2"), rfc(8904)],
  needs: ["address", "allowListings"],
  outcomes: {
    known: { status: "pass", says: (e) => text`${titles(e.listed)} knows ${e.address}: ${meaning(e)}.` },
    "no-trust": {
      status: "info",
      says: (e) => text`${titles(e.listed)} lists ${e.address} without any trust level, which changes nothing.`,
    },
    "not-listed": {
      status: "info",
      says: (e) => text`${e.address} is on no allow list. Most servers are not.${without(e)}`,
    },
    partly: { status: "unknown", says: (e) => text`Allow lists could be asked only in part: ${silent(e)}` },
    "too-few": {
      status: "unknown",
      says: (e) => text`No allow list answers our resolver.${without(e)}`,
    },
    temperror,
  },
  reproduce: (e) => digs(labels(e), e, "dnswl"),
  judge({ address, allowListings }) {
    const { panel } = allowListings;
    const { evidence, exhibit } = findingOf(allowListings, { address: [address] });
    const rest = { evidence, exhibit };
    if (panel.listings.some(isTrusted)) return { outcome: "known", evidence: trustedOnly(panel, evidence), exhibit };
    if (panel.open.length > 0)
      return { outcome: panel.listings.length + panel.others.length > 0 ? "partly" : "temperror", ...rest };
    if (panel.listings.length > 0) return { outcome: "no-trust", ...rest };
    return { outcome: panel.others.length > 0 ? "not-listed" : "too-few", ...rest };
  },
});

/** A list without levels trusts whom it lists. */
const isTrusted = ({ readings }: Panel["listings"][number]): boolean => readings.some(({ trust = 1 }) => trust > 0);

function trustedOnly(panel: Panel, evidence: Evidence): Evidence {
  const trusted = panel.listings.filter(isTrusted);
  return {
    ...evidence,
    listed: trusted.map(({ list }) => list.id),
    ...answersOf(trusted),
  };
}
