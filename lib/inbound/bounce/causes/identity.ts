import type { CauseWords } from "./cause-words.ts";

const REVERSE = ["reverse-dns", "ptr-hostname", "fcrdns"] as const;
const BOTH_WAYS =
  "Receivers look up the name of the address (its PTR record), and then whether that name resolves to the same address. One of the two is missing, and this text does not say which.";

/** Who the server is: reverse DNS, EHLO, and when it talks. */
export const IDENTITY_CAUSES = {
  ptr_missing: {
    said: "the address has no reverse name",
    means:
      "A PTR record gives an address its name. Only the owner of the address, mostly the hosting provider, can publish it.",
    who: "address-owner",
    next: "Ask your provider to set the PTR record to your server’s full name. Then publish that name with this address.",
    link: { title: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1" },
    signals: REVERSE,
  },
  ptr_missing_ipv6: {
    said: "the IPv6 address has no reverse name",
    means:
      "Over IPv6 this receiver takes mail only from addresses that have a PTR record. Either the provider publishes one, or the server sends over IPv4.",
    who: "address-owner",
    next: "Have a PTR record set for the IPv6 address, or let the server send over IPv4 only.",
    link: { title: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1" },
    signals: [...REVERSE, "ipv6-parity"],
  },
  ptr_missing_or_fcrdns_fail: {
    said: "the address has no reverse name, or the name does not resolve to it",
    means: BOTH_WAYS,
    who: "address-owner",
    next: "See below which of the two is missing: the PTR record, or the address record of its name.",
    link: { title: "RFC 8601, section 3", url: "https://www.rfc-editor.org/rfc/rfc8601#section-3" },
    signals: REVERSE,
  },
  fcrdns_fail_or_ptr_missing: {
    said: "no name could be confirmed for the address",
    means: `${BOTH_WAYS} Postfix writes this also where a name exists and only the forward confirmation fails.`,
    who: "address-owner",
    next: "See below which of the two is missing: the PTR record, or the address record of its name.",
    link: {
      title: "Postfix: reject_unknown_client_hostname",
      url: "https://www.postfix.org/postconf.5.html#reject_unknown_client_hostname",
    },
    signals: ["fcrdns", "reverse-dns", "ptr-hostname"],
  },
  fcrdns_mismatch: {
    said: "the reverse name does not resolve to the address",
    means:
      "The address has a name, but looking that name up gives no address or another one. The name’s own DNS has to list this address.",
    who: "forward-dns",
    next: "Publish the address under the name that the PTR record has, or have the PTR record changed.",
    link: { title: "RFC 8601, section 3", url: "https://www.rfc-editor.org/rfc/rfc8601#section-3" },
    signals: ["fcrdns", "reverse-dns", "single-ptr"],
  },
  ptr_dns_tempfail: {
    said: "the reverse name could not be looked up just then",
    means:
      "The receiver’s question for the name got no usable answer. If that lasts, the servers of the reverse zone are at fault, or there is no name at all and the receiver words it carefully.",
    who: "address-owner",
    next: "Wait for the next attempt. If it goes on, tell your provider that the reverse zone does not answer.",
    link: { title: "RFC 8601, section 3", url: "https://www.rfc-editor.org/rfc/rfc8601#section-3" },
    signals: ["reverse-dns", "reverse-delegation", "fcrdns"],
  },
  ptr_generic: {
    said: "the reverse name looks like a provider’s default or a dial-up line",
    means:
      "A name made out of the address, or with words like dynamic in it, says nothing about who runs the server. A name of your own does.",
    who: "address-owner",
    next: "Ask your provider to set the PTR record to a name in a domain of your own.",
    link: { title: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1" },
    signals: ["generic-ptr", "reverse-dns"],
  },
  ptr_unstable: {
    said: "the reverse name changes too often",
    means: "The receiver has seen several names for this address in a short time. Set one name and leave it.",
    who: "address-owner",
    next: "Keep one PTR record for the address, and change it no more.",
    link: { title: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1" },
    signals: ["single-ptr", "reverse-dns", "fcrdns"],
  },
  dynamic_ip_policy: {
    said: "the address belongs to a range that should not send mail directly",
    means:
      "The range is known as dynamic or residential. Mail from there is expected to go through the provider’s relay; a fixed address with a name of its own gets out of it.",
    who: "address-owner",
    next: "Send through your provider’s relay, or from a fixed address that is meant for mail.",
    signals: ["generic-ptr", "dnsbl", "reverse-dns"],
  },
  helo_missing: {
    said: "the server did not introduce itself",
    means:
      "It has to say HELO or EHLO with its name before it sends anything. This is a setting of the sending program.",
    who: "server",
    next: "Look at the program that sends: it has to begin with EHLO and its own name.",
    link: { title: "RFC 5321, section 4.1.1.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1" },
    signals: ["ehlo-name"],
  },
  helo_syntax: {
    said: "the name in HELO or EHLO is not a valid name",
    means:
      "It has characters that host names cannot have, is a bare number, or is empty. Set the mail server’s host name to its full public name.",
    who: "server",
    next: "Set the name that the server says in EHLO to its full host name, in letters, digits, hyphens and dots.",
    link: { title: "RFC 5321, section 4.1.1.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1" },
    signals: ["ehlo-name", "greeting-name"],
  },
  helo_not_fqdn: {
    said: "the name in HELO or EHLO is not a full name",
    means:
      "The server introduces itself with a short name such as a machine’s nickname. Set its host name to a full one, like mail.example.com.",
    who: "server",
    next: "Set the name that the server says in EHLO to a full one that has an address record.",
    link: { title: "RFC 5321, section 2.3.5", url: "https://www.rfc-editor.org/rfc/rfc5321#section-2.3.5" },
    signals: ["ehlo-name", "greeting-name"],
  },
  helo_unresolvable: {
    said: "the name in HELO or EHLO does not exist in the DNS",
    means:
      "The server introduces itself with a name nobody can look up. Publish an address record for it, or let it say a name that has one.",
    who: "server",
    next: "Publish an address record for the name in EHLO, or let the server say one that has it.",
    link: { title: "RFC 5321, section 2.3.5", url: "https://www.rfc-editor.org/rfc/rfc5321#section-2.3.5" },
    signals: ["ehlo-name", "greeting-name"],
  },
  helo_not_verified: {
    said: "the name in HELO or EHLO does not belong to the address",
    means: "The name exists, but resolves to another address than the one the mail came from.",
    who: "server",
    next: "Let the name in EHLO resolve to the address that the server sends from.",
    link: { title: "RFC 5321, section 4.1.4", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4" },
    signals: ["ehlo-name", "fcrdns"],
  },
  helo_ne_ptr: {
    said: "the name in HELO or EHLO is another than the reverse name",
    means:
      "The server says one name and its address has another. Few receivers mind; for those that do, let both be the same.",
    who: "server",
    next: "Let the server say in EHLO the name that its PTR record has.",
    link: { title: "RFC 5321, section 4.1.4", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4" },
    signals: ["ehlo-name", "reverse-dns"],
  },
  helo_is_receivers_own_name: {
    said: "the server introduced itself with the receiver’s own name",
    means:
      "In HELO or EHLO the sending server said a name or address of the server it was talking to. Set its host name to its own.",
    who: "server",
    next: "Set the name that the server says in EHLO to its own.",
    link: { title: "RFC 5321, section 4.1.1.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1" },
    signals: ["ehlo-name"],
  },
  helo_generic: {
    said: "the name in HELO or EHLO looks like a provider’s default or a dial-up line",
    means:
      "The server introduces itself with a name made out of its address, or with words like dynamic in it. A name of your own says who runs it.",
    who: "server",
    next: "Set the name that the server says in EHLO to one in a domain of your own, and the PTR record to the same.",
    link: { title: "RFC 5321, section 4.1.1.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1" },
    signals: ["ehlo-name", "generic-ptr"],
  },
  early_talker: {
    said: "the server talked before its turn",
    means:
      "A sender has to wait for the greeting and for each answer before it goes on. Programs that do not wait are taken for spam software.",
    who: "server",
    next: "Look for what sends past the mail server, a script or an infected machine. Switch off pipelining before EHLO.",
    link: { title: "Postfix: postscreen", url: "https://www.postfix.org/POSTSCREEN_README.html#pregreet" },
    signals: [],
  },
} as const satisfies Readonly<Record<string, CauseWords>>;
