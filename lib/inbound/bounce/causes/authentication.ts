import type { CauseWords } from "./cause-words.ts";

/** SPF, DKIM, DMARC, and senders that do not exist. */
export const AUTHENTICATION_CAUSES = {
  spf_fail: {
    said: "the domain’s SPF record does not allow this address",
    means: "SPF lists who may send for a domain. This address is missing there, or the mail was forwarded.",
    who: "sender-dns",
    next: "Add this server to the SPF record of the sending domain, or send through one that is in it.",
    link: { title: "RFC 7208, section 8.4", url: "https://www.rfc-editor.org/rfc/rfc7208#section-8.4" },
    signals: ["spf", "spf-record"],
  },
  spf_missing: {
    said: "the domain has no SPF record",
    means: "SPF lists who may send for a domain. Publish a record that allows this server.",
    who: "sender-dns",
    next: "Publish one SPF record that names all servers which send for the domain.",
    link: { title: "RFC 7208, section 3", url: "https://www.rfc-editor.org/rfc/rfc7208#section-3" },
    signals: ["spf-record", "spf"],
  },
  spf_error: {
    said: "the domain’s SPF record could not be evaluated",
    means: "The record has a syntax error, needs too many DNS lookups, or one of them fails.",
    who: "sender-dns",
    next: "Correct the SPF record: see below where its evaluation ends.",
    link: { title: "RFC 7208, section 2.6", url: "https://www.rfc-editor.org/rfc/rfc7208#section-2.6" },
    signals: ["spf-record", "spf"],
  },
  spf_suspicious: {
    said: "the domain’s SPF record has suspicious entries",
    means: "The record allows far more than a domain’s own senders, or names something that is known for abuse.",
    who: "sender-dns",
    next: "Remove everything from the SPF record that allows more than your own senders.",
    link: { title: "RFC 7208, section 11.4", url: "https://www.rfc-editor.org/rfc/rfc7208#section-11.4" },
    signals: ["spf-record", "spf"],
  },
  spf_and_dkim_missing: {
    said: "the message passes neither SPF nor DKIM",
    means:
      "At least one of the two has to confirm the sending domain. Publish an SPF record that allows this address, and let the server sign.",
    who: "sender-dns",
    next: "Publish SPF for this server, and sign with DKIM: one of the two has to pass.",
    link: { title: "RFC 7208", url: "https://www.rfc-editor.org/rfc/rfc7208" },
    signals: ["spf", "dkim-keys", "dmarc"],
  },
  dkim_fail: {
    said: "the DKIM signature is missing or does not verify",
    means:
      "The message is not signed, the key is not published or does not match, or the message was changed in transit.",
    who: "sender-dns",
    next: "Check that the server signs, that its key is published, and that nothing changes the message after that.",
    link: { title: "RFC 6376, section 6", url: "https://www.rfc-editor.org/rfc/rfc6376#section-6" },
    signals: ["dkim-keys"],
  },
  dmarc_reject: {
    said: "the domain’s DMARC policy tells receivers to refuse this message",
    means:
      "The domain in From asks receivers to refuse mail without an aligned SPF or DKIM pass. Authorize this server in SPF, or sign with a key of that domain.",
    who: "sender-dns",
    next: "Make SPF or DKIM pass for the domain in From.",
    link: { title: "RFC 9989", url: "https://www.rfc-editor.org/rfc/rfc9989" },
    signals: ["dmarc", "spf", "dkim-keys"],
  },
  dmarc_alignment: {
    said: "the domain in From is not aligned with SPF or DKIM",
    means: "SPF or DKIM passed, but for a domain other than the one in From. One of them has to pass for that one.",
    who: "sender-dns",
    next: "Sign with the domain in From, or use it in the envelope sender.",
    link: { title: "RFC 9989", url: "https://www.rfc-editor.org/rfc/rfc9989" },
    signals: ["dmarc", "spf", "dkim-keys"],
  },
  dmarc_missing: {
    said: "the domain has no DMARC record",
    means: "Large receivers require one from bulk senders; a record with p=none is enough to start.",
    who: "sender-dns",
    next: "Publish a DMARC record for the domain in From.",
    link: { title: "RFC 9989", url: "https://www.rfc-editor.org/rfc/rfc9989" },
    signals: ["dmarc"],
  },
  bulk_auth_required: {
    said: "the domain does not meet the authentication asked of large senders",
    means: "SPF and DKIM have to pass, and DMARC has to be published and aligned with one of them.",
    who: "sender-dns",
    next: "Make SPF and DKIM pass, and publish DMARC for the domain in From.",
    link: { title: "RFC 9989", url: "https://www.rfc-editor.org/rfc/rfc9989" },
    signals: ["spf", "dkim-keys", "dmarc"],
  },
  mail_from_domain_unresolvable: {
    said: "the sender’s domain does not exist",
    means: "The domain of the envelope sender has no MX and no address record, so bounces cannot be delivered.",
    who: "sender-dns",
    next: "Send with a domain that exists and has an MX or address record.",
    link: { title: "RFC 5321, section 2.3.5", url: "https://www.rfc-editor.org/rfc/rfc5321#section-2.3.5" },
    signals: ["mx", "spf-record"],
  },
  sender_null_mx: {
    said: "the sender’s domain accepts no mail",
    means:
      "The domain of the envelope sender has a null MX, so no bounce could be returned to it. Receivers may refuse such mail.",
    who: "sender-dns",
    next: "Send with a domain that accepts mail, or replace the null MX with a mail host.",
    link: { title: "RFC 7505, section 4.2", url: "https://www.rfc-editor.org/rfc/rfc7505#section-4.2" },
    signals: ["mx"],
  },
  arc_fail: {
    said: "the chain of ARC signatures does not verify",
    means: "A server on the path, usually a forwarder or a mailing list, changed the message or sealed it wrongly.",
    who: "receiver",
    next: "Ask the operator of the forwarder or the list to check its ARC sealing.",
    link: { title: "RFC 8617", url: "https://www.rfc-editor.org/rfc/rfc8617" },
    signals: ["dkim-keys", "dmarc"],
  },
} as const satisfies Readonly<Record<string, CauseWords>>;
