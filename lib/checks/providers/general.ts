import type { PtrGuide } from "../define/provider.ts";
import { READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

/** What to do at a provider we do not know: the holder of the address block answers its reverse zone. */
export const generalGuides: readonly PtrGuide[] = [
  {
    product: "A data centre or hosting company",
    panel: [
      text`Look in the customer panel where the server's IP addresses are listed, for "reverse DNS", "rDNS" or "PTR".`,
      text`Enter the full host name for the address.`,
    ],
    ticket: text`If the panel has no such field, ask support to set the name. If you bought from a reseller, ask the reseller.`,
    restrictions: [
      text`Publish the forward record first: many providers refuse a name that does not resolve to the address.`,
      text`Your own domain's DNS cannot hold it: the reverse zone belongs to the holder of the address block.`,
    ],
    forwardFirst: true,
    source: { label: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1", read: READ },
  },
  {
    product: "An Internet access provider",
    ticket: text`Ask support for "custom reverse DNS for a static IP address".`,
    restrictions: [
      text`With a dynamic address it is not possible: send through the provider's relay, or another relay, instead.`,
    ],
    forwardFirst: true,
    source: { label: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1", read: READ },
  },
];
