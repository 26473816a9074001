import { defineSignal, rfc, temperror, unanswered } from "../define/signal.ts";
import { prose } from "../net/safe-text.ts";
import { digPtr } from "../words/commands.ts";
import { BESIDE_SHARED } from "../words/parties.ts";
import { sharedFact, whoSetsWhat } from "../words/shared-sender-words.ts";

/** Whether the address belongs to a service that sends for many customers: then the identity is the service's to set. */
export const sharedSender = defineSignal({
  id: "shared-sender",
  group: "control",
  scopes: ["server"],
  title: "Shared sender",
  why: "A hosted mail service sets the PTR record and EHLO name of its servers itself. Its customers set SPF, DKIM and DMARC at their own domain.",
  references: [
    rfc(7208, "11.4"),
    { label: "RFC 6376, appendix B.1.1", url: "https://www.rfc-editor.org/rfc/rfc6376#appendix-B.1.1" },
  ],
  needs: ["address", "sharedSender"],
  outcomes: {
    shared: {
      status: "info",
      says: (e) => [...sharedFact(e), ...prose(" "), ...whoSetsWhat(e), ...prose(" "), ...BESIDE_SHARED],
    },
    none: { status: "skipped", says: prose("The address belongs to no shared sender that we know.") },
    temperror,
  },
  reproduce: (e) => (e.address?.[0] ? digPtr(e.address[0]) : []),
  judge({ address, sharedSender: found }) {
    if (found.kind === "open") return unanswered(found.lookup);
    if (found.kind === "none") return { outcome: "none" };
    return { outcome: "shared", evidence: { address: [address], service: [found.id], ptr: [found.name] } };
  },
});
