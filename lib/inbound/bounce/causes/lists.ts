import type { CauseWords } from "./cause-words.ts";

/** Blocklists and reputation. */
export const LIST_CAUSES = {
  dnsbl_listed: {
    said: "the address is on a blocklist",
    means:
      "The receiver found the address on a public blocklist. The list’s page says why, and how to request removal once the cause is fixed.",
    who: "list",
    next: "Look the address up at the list, fix the cause, then request removal.",
    link: { title: "RFC 6471, section 2", url: "https://www.rfc-editor.org/rfc/rfc6471#section-2" },
    signals: ["dnsbl", "dnsbl-domain"],
  },
  dnsbl_receiver_misconfigured: {
    said: "a blocklist refused the receiver’s query",
    means:
      "That does not show that the address is listed. The receiver queries the list through a public resolver, or too often, and treats its error code as a listing. Only the receiver can fix that.",
    who: "receiver",
    next: "Tell the receiver’s postmaster, from another address, that their blocklist lookups fail.",
    link: { title: "Spamhaus: error return codes", url: "https://www.spamhaus.org/faqs/dnsbl-usage/" },
    signals: ["dnsbl"],
  },
  dnsbl_dead_list: {
    said: "the address is on a blocklist that no longer exists",
    means:
      "The list has shut down. Its answers mean nothing, and addresses cannot be removed. The receiver has to remove the list from its settings.",
    who: "receiver",
    next: "Tell the receiver’s postmaster that this list has shut down.",
    link: { title: "RFC 6471, section 3.4", url: "https://www.rfc-editor.org/rfc/rfc6471#section-3.4" },
    signals: ["dnsbl"],
  },
  private_blocklist: {
    said: "the address is on the receiver’s own blocklist",
    means: "The receiver keeps this list itself. Its postmaster page says how to request removal.",
    who: "receiver-form",
    next: "Request removal at the receiver’s postmaster page or by the link in the text.",
    signals: ["dnsbl", "reverse-dns", "fcrdns"],
  },
  ip_reputation: {
    said: "the address has a bad reputation with them",
    means:
      "The receiver judges by earlier mail from this address or its network. Reputation recovers over time with wanted mail; a correct identity and authentication help.",
    who: "server",
    next: "Send only wanted mail, and see below what else is wrong with the server.",
    signals: ["dnsbl", "fcrdns", "spf", "dkim-keys"],
  },
  proofpoint_reputation: {
    said: "the address is blocked by Proofpoint’s reputation service",
    means:
      "Many companies use this service. Its lookup page, linked in the text, shows the status and accepts requests.",
    who: "list",
    next: "Look the address up there and request removal.",
    link: { title: "Proofpoint: look up an address", url: "https://ipcheck.proofpoint.com/" },
    signals: ["dnsbl", "fcrdns"],
  },
  unknown_ip_or_host_identity: {
    said: "they do not know the address yet, or its PTR name does not show who runs it",
    means:
      "This receiver accepts new addresses only after contact, and requires a PTR name in a domain whose web site names the operator. Set that up, then write to the address in the text.",
    who: "address-owner",
    next: "Set a PTR name in your own domain, then write to the address in the text.",
    signals: ["reverse-dns", "generic-ptr", "fcrdns"],
  },
  domain_listed: {
    said: "a domain in the message is on a blocklist",
    means: "The receiver found the sender’s domain or a linked domain on a domain blocklist. The list’s page says why.",
    who: "list",
    next: "Look the domain up at the list, fix the cause, then request removal.",
    link: { title: "RFC 5782, section 3", url: "https://www.rfc-editor.org/rfc/rfc5782#section-3" },
    signals: ["dnsbl-domain"],
  },
} as const satisfies Readonly<Record<string, CauseWords>>;
