import type { CauseWords } from "./cause-words.ts";

const REVERSE = ["reverse-dns", "ptr-hostname", "fcrdns"] as const;
const BOTH_WAYS =
  "Receivers look up the name of the address (its PTR record), and then whether that name resolves to the same address. One of the two is missing, and this text does not say which.";

/** Who the server is: reverse DNS, EHLO, and when it talks. */
export const IDENTITY_CAUSES = {
  ptr_missing: {
    said: "the address has no PTR record",
    means:
      "A PTR record gives an address its name. Only the holder of the address block, usually the hosting provider, can publish it.",
    who: "address-owner",
    next: "Publish an address record for your server’s full name. Then ask your provider to set the PTR record to that name.",
    link: { title: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1" },
    signals: REVERSE,
  },
  ptr_missing_ipv6: {
    said: "the IPv6 address has no PTR record",
    means:
      "Over IPv6 this receiver accepts mail only from addresses with a PTR record. Have one set, or send over IPv4.",
    who: "address-owner",
    next: "Ask your provider to set a PTR record for the IPv6 address, or send over IPv4 only.",
    link: { title: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1" },
    signals: [...REVERSE, "ipv6-parity"],
  },
  ptr_missing_or_fcrdns_fail: {
    said: "the address has no PTR record, or the PTR name does not resolve to it",
    means: BOTH_WAYS,
    who: "address-owner",
    next: "See below which of the two is missing: the PTR record, or the address record of its name.",
    link: { title: "RFC 8601, section 3", url: "https://www.rfc-editor.org/rfc/rfc8601#section-3" },
    signals: REVERSE,
  },
  fcrdns_fail_or_ptr_missing: {
    said: "the address has no forward-confirmed name",
    means: `${BOTH_WAYS} Postfix also writes this where a PTR record exists and only the forward confirmation fails.`,
    who: "address-owner",
    next: "See below which of the two is missing: the PTR record, or the address record of its name.",
    link: {
      title: "Postfix: reject_unknown_client_hostname",
      url: "https://www.postfix.org/postconf.5.html#reject_unknown_client_hostname",
    },
    signals: ["fcrdns", "reverse-dns", "ptr-hostname"],
  },
  fcrdns_mismatch: {
    said: "the PTR name does not resolve to the address",
    means:
      "The address has a PTR record, but the name in it has no address record or another address. The name’s DNS has to list this address.",
    who: "forward-dns",
    next: "Publish an address record for the PTR name with this address, or change the PTR record.",
    link: { title: "RFC 8601, section 3", url: "https://www.rfc-editor.org/rfc/rfc8601#section-3" },
    signals: ["fcrdns", "reverse-dns", "single-ptr"],
  },
  ptr_dns_tempfail: {
    said: "the PTR record could not be looked up at that time",
    means:
      "The receiver’s DNS lookup failed. If that continues, the name servers of the reverse zone are at fault, or there is no PTR record.",
    who: "address-owner",
    next: "Wait for the next attempt. If it continues, tell your provider that the reverse zone does not answer.",
    link: { title: "RFC 8601, section 3", url: "https://www.rfc-editor.org/rfc/rfc8601#section-3" },
    signals: ["reverse-dns", "reverse-delegation", "fcrdns"],
  },
  ptr_generic: {
    said: "the PTR name looks generic or dynamic",
    means:
      "A name that contains the address, or words like dynamic, does not show who runs the server. A name in your own domain does.",
    who: "address-owner",
    next: "Ask your provider to set the PTR record to a name in a domain of your own.",
    link: { title: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1" },
    signals: ["generic-ptr", "reverse-dns"],
  },
  ptr_unstable: {
    said: "the PTR record changes too often",
    means: "The receiver has seen several names for this address in a short time. Set one and keep it.",
    who: "address-owner",
    next: "Keep one PTR record for the address, and do not change it.",
    link: { title: "RFC 1912, section 2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1" },
    signals: ["single-ptr", "reverse-dns", "fcrdns"],
  },
  dynamic_ip_policy: {
    said: "the address belongs to a range that should not send mail directly",
    means:
      "The range is known as dynamic or residential. Receivers expect mail from there to go through the provider’s relay. A static address with your own PTR name solves it.",
    who: "address-owner",
    next: "Send through your provider’s relay, or from a static address that is meant for mail.",
    signals: ["generic-ptr", "dnsbl", "reverse-dns"],
  },
  helo_missing: {
    said: "the server sent no HELO or EHLO",
    means: "A client has to say EHLO or HELO with its name before it sends mail. The sending program decides that.",
    who: "server",
    next: "Check the sending program: it has to begin with EHLO and its own name.",
    link: { title: "RFC 5321, section 4.1.1.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1" },
    signals: ["ehlo-name"],
  },
  helo_syntax: {
    said: "the name in HELO or EHLO is not a valid name",
    means:
      "It contains characters that are not allowed in host names, is a number, or is empty. Set the EHLO name to the server’s full public name.",
    who: "server",
    next: "Set the EHLO name to the full host name, in letters, digits, hyphens and dots.",
    link: { title: "RFC 5321, section 4.1.1.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1" },
    signals: ["ehlo-name", "greeting-name"],
  },
  helo_not_fqdn: {
    said: "the name in HELO or EHLO is not fully qualified",
    means: "The server uses a short name in EHLO. Set it to a full one, like mail.example.com.",
    who: "server",
    next: "Set the EHLO name to a full host name that has an address record.",
    link: { title: "RFC 5321, section 2.3.5", url: "https://www.rfc-editor.org/rfc/rfc5321#section-2.3.5" },
    signals: ["ehlo-name", "greeting-name"],
  },
  helo_unresolvable: {
    said: "the name in HELO or EHLO does not exist in DNS",
    means: "The EHLO name does not resolve. Publish an address record for it, or set the EHLO name to one that has it.",
    who: "server",
    next: "Publish an address record for the EHLO name, or set the EHLO name to one that has it.",
    link: { title: "RFC 5321, section 2.3.5", url: "https://www.rfc-editor.org/rfc/rfc5321#section-2.3.5" },
    signals: ["ehlo-name", "greeting-name"],
  },
  helo_not_verified: {
    said: "the name in HELO or EHLO does not resolve to the address",
    means: "The name exists, but resolves to another address than the one the mail came from.",
    who: "server",
    next: "Make the EHLO name resolve to the address that the server sends from.",
    link: { title: "RFC 5321, section 4.1.4", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4" },
    signals: ["ehlo-name", "fcrdns"],
  },
  helo_ne_ptr: {
    said: "the name in HELO or EHLO differs from the PTR name",
    means: "The EHLO name and the PTR name differ. Few receivers act on that; for those that do, make both the same.",
    who: "server",
    next: "Set the EHLO name to the name in the PTR record.",
    link: { title: "RFC 5321, section 4.1.4", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4" },
    signals: ["ehlo-name", "reverse-dns"],
  },
  helo_is_receivers_own_name: {
    said: "the server used the receiver’s own name in HELO or EHLO",
    means: "In HELO or EHLO the sending server gave the receiver’s name or address. Set the EHLO name to its own.",
    who: "server",
    next: "Set the EHLO name to the server’s own name.",
    link: { title: "RFC 5321, section 4.1.1.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1" },
    signals: ["ehlo-name"],
  },
  helo_generic: {
    said: "the name in HELO or EHLO looks generic or dynamic",
    means:
      "The EHLO name contains the address, or words like dynamic. A name in your own domain shows who runs the server.",
    who: "server",
    next: "Set the EHLO name to a name in your own domain, and the PTR record to the same.",
    link: { title: "RFC 5321, section 4.1.1.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1" },
    signals: ["ehlo-name", "generic-ptr"],
  },
  early_talker: {
    said: "the server sent data before the greeting",
    means:
      "A sender has to wait for the greeting and for each reply. Receivers treat programs that do not wait as spam software.",
    who: "server",
    next: "Let the sending program wait for the greeting. If yours does, look for a script or an infected machine behind the same address.",
    link: { title: "Postfix: postscreen", url: "https://www.postfix.org/POSTSCREEN_README.html#pregreet" },
    signals: [],
  },
} as const satisfies Readonly<Record<string, CauseWords>>;
