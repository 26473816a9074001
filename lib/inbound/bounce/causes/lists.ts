import type { CauseWords } from "./cause-words.ts";

/** Blocklists and reputation. */
export const LIST_CAUSES = {
  dnsbl_listed: {
    said: "the address is on a blocklist",
    means:
      "The receiver asked a public list and found the address there. The list’s own page says why, and how to get off it once the reason is gone.",
    who: "list",
    next: "Look the address up at the list, mend the reason, then ask there for removal.",
    link: { title: "RFC 6471, section 2", url: "https://www.rfc-editor.org/rfc/rfc6471#section-2" },
    signals: ["dnsbl", "dnsbl-domain"],
  },
  dnsbl_receiver_misconfigured: {
    said: "a blocklist refused the receiver’s own question",
    means:
      "This is no listing. The receiver asks the list through an open or public resolver, gets an error code back, and takes that for a yes. Only the receiver can mend it; nothing about your address needs changing.",
    who: "receiver",
    next: "Tell the receiver’s postmaster, over another way than this address, that their list lookups fail.",
    link: { title: "Spamhaus: error return codes", url: "https://www.spamhaus.org/faqs/dnsbl-usage/" },
    signals: ["dnsbl"],
  },
  dnsbl_dead_list: {
    said: "the address is on a blocklist that no longer exists",
    means:
      "The list named has ended. What it answers today means nothing, and nobody can take an address off it. The receiver has to remove it from its settings.",
    who: "receiver",
    next: "Tell the receiver’s postmaster that this list has ended.",
    link: { title: "RFC 6471, section 3.4", url: "https://www.rfc-editor.org/rfc/rfc6471#section-3.4" },
    signals: ["dnsbl"],
  },
  private_blocklist: {
    said: "the address is on the receiver’s own blocklist",
    means: "No public list shows this. The receiver keeps it itself; its postmaster page says how to ask for removal.",
    who: "receiver-form",
    next: "Ask the receiver for removal, at its postmaster page or by the link in the text.",
    signals: ["dnsbl", "reverse-dns", "fcrdns"],
  },
  ip_reputation: {
    said: "the address has a bad reputation with them",
    means:
      "The receiver judges by what it has seen from this address or its neighbours. It recovers with clean mail over time; identity and authentication help.",
    who: "server",
    next: "Send only mail that is wanted, and see below what else speaks against the server.",
    signals: ["dnsbl", "fcrdns", "spf", "dkim-keys"],
  },
  proofpoint_reputation: {
    said: "the address is blocked by Proofpoint’s reputation service",
    means:
      "Many companies ask the same service. Its lookup page, linked in the text, shows the state and takes requests.",
    who: "list",
    next: "Look the address up there and ask for removal.",
    link: { title: "Proofpoint: look up an address", url: "https://ipcheck.proofpoint.com/" },
    signals: ["dnsbl", "fcrdns"],
  },
  unknown_ip_or_host_identity: {
    said: "the address is not known to them yet, or its name does not say who runs it",
    means:
      "This receiver lets new addresses in only after contact, and wants a reverse name under a domain whose site names the operator. Set that up, then write to the address in the text.",
    who: "address-owner",
    next: "Set a reverse name under your own domain, then write to the address in the text.",
    signals: ["reverse-dns", "generic-ptr", "fcrdns"],
  },
  domain_listed: {
    said: "a domain in the message is on a blocklist",
    means: "The receiver looked up the sender’s domain or a link in a list of domains. The list’s own page says why.",
    who: "list",
    next: "Look the domain up at the list, mend the reason, then ask there for removal.",
    link: { title: "RFC 5782, section 4", url: "https://www.rfc-editor.org/rfc/rfc5782#section-4" },
    signals: ["dnsbl-domain"],
  },
} as const satisfies Readonly<Record<string, CauseWords>>;
