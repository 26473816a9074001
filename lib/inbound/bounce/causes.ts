import type { Party } from "../../checks/signal.ts";

/** What one class of refusal means to whoever got it. */
export interface CauseWords {
  /** What they said, as a clause: "They said that …". */
  readonly said: string;
  /** What that means, in plain words. */
  readonly means: string;
  /** Who has to act. `receiver` is the other side, `writer` whoever wrote the message. */
  readonly who: Party | "receiver" | "writer";
  /** The signals of a report that answer it, the most telling first; none where it is not about who the server is. */
  readonly signals: readonly string[];
}

const REVERSE = ["reverse-dns", "ptr-hostname", "fcrdns"] as const;
const BOTH_WAYS =
  "Receivers look up the name of the address (its PTR record), and then whether that name leads back to the same address. One of the two is missing, and this text does not say which.";

/** Every class of cause. Codes are permanent: reports keep them. */
export const CAUSES = {
  ptr_missing: {
    said: "the address has no reverse name",
    means:
      "A PTR record gives an address its name. Only the owner of the address, mostly the hosting provider, can publish it.",
    who: "address-owner",
    signals: REVERSE,
  },
  ptr_missing_ipv6: {
    said: "the IPv6 address has no reverse name",
    means:
      "Over IPv6 this receiver takes mail only from addresses that have a PTR record. Either the provider publishes one, or the server sends over IPv4.",
    who: "address-owner",
    signals: [...REVERSE, "ipv6-parity"],
  },
  ptr_missing_or_fcrdns_fail: {
    said: "the address has no reverse name, or the name does not lead back to it",
    means: BOTH_WAYS,
    who: "address-owner",
    signals: REVERSE,
  },
  fcrdns_fail_or_ptr_missing: {
    said: "no name could be confirmed for the address",
    means: `${BOTH_WAYS} Postfix writes this also where a name exists and only the way back is missing.`,
    who: "address-owner",
    signals: ["fcrdns", "reverse-dns", "ptr-hostname"],
  },
  fcrdns_mismatch: {
    said: "the reverse name does not lead back to the address",
    means:
      "The address has a name, but looking that name up gives no address or another one. The name’s own DNS has to list this address.",
    who: "forward-dns",
    signals: ["fcrdns", "reverse-dns", "single-ptr"],
  },
  ptr_dns_tempfail: {
    said: "the reverse name could not be looked up just then",
    means:
      "The receiver’s question for the name got no usable answer. If that lasts, the servers of the reverse zone are at fault, or there is no name at all and the receiver words it carefully.",
    who: "address-owner",
    signals: ["reverse-dns", "reverse-delegation", "fcrdns"],
  },
  ptr_generic: {
    said: "the reverse name looks like a provider’s default or a dial-up line",
    means:
      "A name made out of the address, or with words like dynamic in it, says nothing about who runs the server. A name of your own does.",
    who: "address-owner",
    signals: ["generic-ptr", "reverse-dns"],
  },
  ptr_unstable: {
    said: "the reverse name changes too often",
    means: "The receiver has seen several names for this address in a short time. Set one name and leave it.",
    who: "address-owner",
    signals: ["single-ptr", "reverse-dns", "fcrdns"],
  },
  dynamic_ip_policy: {
    said: "the address belongs to a range that should not send mail directly",
    means:
      "The range is known as dynamic or residential. Mail from there is expected to go through the provider’s relay; a fixed address with a name of its own gets out of it.",
    who: "address-owner",
    signals: ["generic-ptr", "dnsbl", "reverse-dns"],
  },
  helo_missing: {
    said: "the server did not introduce itself",
    means:
      "It has to say HELO or EHLO with its name before it sends anything. This is a setting of the sending program.",
    who: "server",
    signals: ["ehlo-name"],
  },
  helo_syntax: {
    said: "the name in HELO or EHLO is not a valid name",
    means:
      "It has characters that host names cannot have, is a bare number, or is empty. Set the mail server’s host name to its full public name.",
    who: "server",
    signals: ["ehlo-name", "greeting-name"],
  },
  helo_not_fqdn: {
    said: "the name in HELO or EHLO is not a full name",
    means:
      "The server introduces itself with a short name such as a machine’s nickname. Set its host name to a full one, like mail.example.com.",
    who: "server",
    signals: ["ehlo-name", "greeting-name"],
  },
  helo_unresolvable: {
    said: "the name in HELO or EHLO does not exist in the DNS",
    means:
      "The server introduces itself with a name nobody can look up. Publish an address record for it, or let it say a name that has one.",
    who: "server",
    signals: ["ehlo-name", "greeting-name"],
  },
  helo_not_verified: {
    said: "the name in HELO or EHLO does not belong to the address",
    means: "The name exists, but leads to another address than the one the mail came from.",
    who: "server",
    signals: ["ehlo-name", "fcrdns"],
  },
  helo_ne_ptr: {
    said: "the name in HELO or EHLO is another than the reverse name",
    means:
      "The server says one name and its address has another. Few receivers mind; for those that do, let both be the same.",
    who: "server",
    signals: ["ehlo-name", "reverse-dns"],
  },
  helo_is_receivers_own_name: {
    said: "the server introduced itself with the receiver’s own name",
    means:
      "In HELO or EHLO the sending server said a name or address of the server it was talking to. Set its host name to its own.",
    who: "server",
    signals: ["ehlo-name"],
  },
  dnsbl_listed: {
    said: "the address is on a blocklist",
    means:
      "The receiver asked a public list and found the address there. The list’s own page says why, and how to get off it once the reason is gone.",
    who: "list",
    signals: ["dnsbl", "dnsbl-domain"],
  },
  dnsbl_receiver_misconfigured: {
    said: "a blocklist refused the receiver’s own question",
    means:
      "This is no listing. The receiver asks the list through an open or public resolver, gets an error code back, and takes that for a yes. Only the receiver can mend it; nothing about your address needs changing.",
    who: "receiver",
    signals: ["dnsbl"],
  },
  dnsbl_dead_list: {
    said: "the address is on a blocklist that no longer exists",
    means:
      "The list named has ended. What it answers today means nothing, and nobody can take an address off it. The receiver has to remove it from its settings.",
    who: "receiver",
    signals: ["dnsbl"],
  },
  private_blocklist: {
    said: "the address is on the receiver’s own blocklist",
    means: "No public list shows this. The receiver keeps it itself; its postmaster page says how to ask for removal.",
    who: "receiver",
    signals: ["dnsbl", "reverse-dns", "fcrdns"],
  },
  ip_reputation: {
    said: "the address has a bad reputation with them",
    means:
      "The receiver judges by what it has seen from this address or its neighbours. It recovers with clean mail over time; identity and authentication help.",
    who: "server",
    signals: ["dnsbl", "fcrdns", "spf", "dkim-keys"],
  },
  proofpoint_reputation: {
    said: "the address is blocked by Proofpoint’s reputation service",
    means:
      "Many companies ask the same service. Its lookup page, linked in the text, shows the state and takes requests.",
    who: "list",
    signals: ["dnsbl", "fcrdns"],
  },
  unknown_ip_or_host_identity: {
    said: "the address is not known to them yet, or its name does not say who runs it",
    means:
      "This receiver lets new addresses in only after contact, and wants a reverse name under a domain whose site names the operator. Set that up, then write to the address in the text.",
    who: "address-owner",
    signals: ["reverse-dns", "generic-ptr", "fcrdns"],
  },
  spf_fail: {
    said: "the domain’s SPF record does not allow this address",
    means:
      "SPF lists who may send for a domain. This address is missing there, or the mail took a way round, as with forwarding.",
    who: "sender-dns",
    signals: ["spf", "spf-record"],
  },
  spf_missing: {
    said: "the domain has no SPF record",
    means: "SPF lists who may send for a domain. Publish a record that allows this server.",
    who: "sender-dns",
    signals: ["spf-record", "spf"],
  },
  spf_error: {
    said: "the domain’s SPF record could not be evaluated",
    means: "The record has a mistake, needs too many lookups, or one of its lookups fails.",
    who: "sender-dns",
    signals: ["spf-record", "spf"],
  },
  spf_suspicious: {
    said: "the domain’s SPF record has suspicious entries",
    means: "The record allows far more than a domain’s own senders, or names something that is known for abuse.",
    who: "sender-dns",
    signals: ["spf-record", "spf"],
  },
  spf_and_dkim_missing: {
    said: "the message is neither covered by SPF nor signed with DKIM",
    means:
      "At least one of the two has to confirm the sending domain. Publish an SPF record that allows this address, and let the server sign.",
    who: "sender-dns",
    signals: ["spf", "dkim-keys", "dmarc"],
  },
  dkim_fail: {
    said: "the DKIM signature is missing or does not verify",
    means: "The key is not published, does not fit the signature, or the message was changed on its way.",
    who: "sender-dns",
    signals: ["dkim-keys"],
  },
  dmarc_reject: {
    said: "the domain’s own DMARC policy says to refuse this message",
    means:
      "The domain in From asks receivers to refuse mail that neither SPF nor DKIM confirms for that very domain. Allow this server in SPF, or sign with a key of that domain.",
    who: "sender-dns",
    signals: ["dmarc", "spf", "dkim-keys"],
  },
  dmarc_alignment: {
    said: "the domain in From is not the one that was confirmed",
    means: "SPF or DKIM passed, but for another domain than the one readers see. One of them has to pass for that one.",
    who: "sender-dns",
    signals: ["dmarc", "spf", "dkim-keys"],
  },
  dmarc_missing: {
    said: "the domain has no DMARC record",
    means: "Large receivers ask senders of much mail for one; a record with p=none is a beginning.",
    who: "sender-dns",
    signals: ["dmarc"],
  },
  bulk_auth_required: {
    said: "the domain does not meet the authentication asked of large senders",
    means: "SPF and DKIM have to pass, and DMARC has to be published and aligned with one of them.",
    who: "sender-dns",
    signals: ["spf", "dkim-keys", "dmarc"],
  },
  mail_from_domain_unresolvable: {
    said: "the sender’s domain does not exist",
    means: "The domain of the envelope sender has no MX and no address record, so nothing could be sent back to it.",
    who: "sender-dns",
    signals: ["mx", "spf-record"],
  },
  ipv6_not_accepted: {
    said: "they take no mail over IPv6",
    means: "The receiving domain has not enabled it. Let the server send to it over IPv4.",
    who: "server",
    signals: ["ipv6-parity"],
  },
  tls_required: {
    said: "the connection was not encrypted",
    means: "The receiver takes mail only over TLS. Let the sending server use STARTTLS.",
    who: "server",
    signals: ["starttls"],
  },
  throttle: {
    said: "too much came at once, or they are busy",
    means:
      "The receiver asks to try later, which mail servers do by themselves. New addresses start slowly everywhere.",
    who: "server",
    signals: ["fcrdns", "spf", "dnsbl"],
  },
  greylisted: {
    said: "they do not know this sender yet and want a second try",
    means:
      "Greylisting: the first attempt is put off for some minutes. Mail servers try again by themselves; nothing has to be done.",
    who: "us",
    signals: ["reverse-dns", "fcrdns"],
  },
  local_policy: {
    said: "a rule of their own refused it",
    means:
      "The text does not say which. The receiver’s postmaster can tell; what we see of the server below may explain it.",
    who: "receiver",
    signals: ["reverse-dns", "fcrdns", "ehlo-name", "spf", "dnsbl"],
  },
  acl_default_no_message: {
    said: "it is administratively prohibited",
    means:
      "This is Exim’s own text where an administrator gave no reason. Often it is a rule about names, blocklists or authentication.",
    who: "receiver",
    signals: ["reverse-dns", "fcrdns", "ehlo-name", "dnsbl", "spf"],
  },
  content_rejected: {
    said: "what is in the message looks like spam or worse",
    means: "This is about the message, not about who the server is: its words, links or attachments.",
    who: "writer",
    signals: ["dnsbl", "dnsbl-domain", "dkim-keys"],
  },
  relay_denied: {
    said: "that server does not take mail for this recipient",
    means:
      "The mail went to a server that is not responsible for the recipient’s domain, or the sender had to log in first.",
    who: "server",
    signals: ["mx"],
  },
  recipient_unknown: {
    said: "there is no such recipient",
    means: "This is not about the server: the recipient’s address is misspelt or gone.",
    who: "writer",
    signals: [],
  },
  mailbox_full: {
    said: "the recipient’s mailbox is full",
    means: "This is not about the server: the recipient has to make room.",
    who: "receiver",
    signals: [],
  },
  message_too_large: {
    said: "the message is too large",
    means: "This is not about the server: send less, or a link.",
    who: "writer",
    signals: [],
  },
  connection_failed: {
    said: "their server could not be reached",
    means: "No conversation took place: no server answered at the address, or its name could not be looked up.",
    who: "receiver",
    signals: [],
  },
  unknown: {
    said: "the mail was refused",
    means: "The text gives no reason that we know. What we see of the server below may explain it.",
    who: "receiver",
    signals: ["reverse-dns", "fcrdns", "ehlo-name", "spf", "dnsbl"],
  },
} as const satisfies Readonly<Record<string, CauseWords>>;

export type CauseClass = keyof typeof CAUSES;
export const isCause = (code: string | undefined): code is CauseClass =>
  code !== undefined && Object.hasOwn(CAUSES, code);

/** Causes that are about a domain, so that checking it says something although no address is known. */
export const ABOUT_THE_DOMAIN: ReadonlySet<CauseClass> = new Set([
  "spf_fail",
  "spf_missing",
  "spf_error",
  "spf_suspicious",
  "spf_and_dkim_missing",
  "dkim_fail",
  "dmarc_reject",
  "dmarc_alignment",
  "dmarc_missing",
  "bulk_auth_required",
  "mail_from_domain_unresolvable",
]);
