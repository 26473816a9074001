import type { CauseClass } from "./causes.ts";

/** What an enhanced status code means as registered, and the cause that it is by itself, if any. */
export interface RegisteredCode {
  readonly means: string;
  readonly cause?: CauseClass;
}

const code = (means: string, cause?: CauseClass): RegisteredCode => ({ means, ...(cause ? { cause } : {}) });

/**
 * The subject and detail of enhanced status codes as registered with IANA (RFC 3463, 4954, 5248, 6710, 7293, 7372, 7505,
 * 8617, 8689). The class before them (2, 4, 5) says whether it is for good.
 */
const REGISTERED: Readonly<Record<string, RegisteredCode>> = {
  "1.1": code("bad destination mailbox address", "recipient_unknown"),
  "1.2": code("bad destination system address", "recipient_domain_unknown"),
  "1.3": code("bad destination mailbox address syntax", "recipient_unknown"),
  "1.4": code("destination mailbox address ambiguous", "recipient_unknown"),
  "1.6": code("destination mailbox has moved", "recipient_unknown"),
  "1.7": code("bad sender’s mailbox address syntax"),
  "1.8": code("bad sender’s system address", "mail_from_domain_unresolvable"),
  "1.10": code("recipient address has null MX", "recipient_takes_no_mail"),
  "2.1": code("mailbox disabled, not accepting messages", "recipient_unknown"),
  "2.2": code("mailbox full", "mailbox_full"),
  "2.3": code("message length exceeds administrative limit", "message_too_large"),
  "2.4": code("mailing list expansion problem"),
  "3.1": code("mail system full", "throttle"),
  "3.2": code("system not accepting network messages", "throttle"),
  "3.3": code("system not capable of selected features"),
  "3.4": code("message too big for system", "message_too_large"),
  "4.1": code("no answer from host", "connection_failed"),
  "4.2": code("bad connection", "connection_failed"),
  "4.3": code("directory server failure"),
  "4.4": code("unable to route", "recipient_domain_unknown"),
  "4.5": code("mail system congestion", "throttle"),
  "4.6": code("routing loop detected", "mail_loop"),
  "4.7": code("delivery time expired", "delivery_expired"),
  "5.1": code("invalid command", "protocol_error"),
  "5.2": code("syntax error", "protocol_error"),
  "5.3": code("too many recipients", "throttle"),
  "5.4": code("invalid command arguments", "protocol_error"),
  "5.5": code("wrong protocol version", "protocol_error"),
  "5.6": code("authentication exchange line is too long", "protocol_error"),
  "6.1": code("media not supported", "content_rejected"),
  "6.2": code("conversion required and prohibited", "content_rejected"),
  "6.3": code("conversion required but not supported", "content_rejected"),
  "6.6": code("message content not available", "content_rejected"),
  "6.7": code("non-ASCII addresses not permitted for that sender or recipient"),
  "6.8": code("UTF-8 string reply is required, but not permitted by the SMTP client"),
  "6.9": code("UTF-8 header message cannot be transferred to one or more recipients"),
  "7.1": code("delivery not authorized, message refused"),
  "7.2": code("mailing list expansion prohibited", "recipient_restricted"),
  "7.3": code("security conversion required but not possible"),
  "7.4": code("security features not supported"),
  "7.5": code("cryptographic failure"),
  "7.6": code("cryptographic algorithm not supported"),
  "7.7": code("message integrity failure", "dkim_fail"),
  "7.8": code("authentication credentials invalid", "login_failed"),
  "7.9": code("authentication mechanism is too weak", "login_failed"),
  "7.10": code("encryption needed", "tls_required"),
  "7.11": code("encryption required for requested authentication mechanism", "tls_required"),
  "7.12": code("a password transition is needed", "login_failed"),
  "7.13": code("user account disabled", "account_disabled"),
  "7.14": code("trust relationship required", "relay_denied"),
  "7.15": code("priority level is too low"),
  "7.16": code("message is too big for the specified priority", "message_too_large"),
  "7.17": code("mailbox owner has changed", "recipient_unknown"),
  "7.18": code("domain owner has changed", "recipient_unknown"),
  "7.19": code("RRVS test cannot be completed"),
  "7.20": code("no passing DKIM signature found", "dkim_fail"),
  "7.21": code("no acceptable DKIM signature found", "dkim_fail"),
  "7.22": code("no valid author-matched DKIM signature found", "dkim_fail"),
  "7.23": code("SPF validation failed", "spf_fail"),
  "7.24": code("SPF validation error", "spf_error"),
  "7.25": code("reverse DNS validation failed", "ptr_missing_or_fcrdns_fail"),
  "7.26": code("multiple authentication checks failed", "spf_and_dkim_missing"),
  "7.27": code("sender address has null MX", "sender_null_mx"),
  "7.28": code("mail flood detected", "throttle"),
  "7.29": code("ARC validation failure", "arc_fail"),
  "7.30": code("REQUIRETLS support required", "requiretls_failed"),
};

/** What a status code means as registered; undefined for codes that are not, and for "other or undefined". */
export const registered = (status: string | undefined): RegisteredCode | undefined => {
  const detail = /^[245]\.(\d{1,3}\.\d{1,3})$/.exec(status ?? "")?.[1] ?? "";
  return Object.hasOwn(REGISTERED, detail) ? REGISTERED[detail] : undefined;
};

type Private = readonly (readonly [RegExp, CauseClass])[];

/** What receivers mean by codes of their own, or by registered ones. Only where the receiver is known. */
const PRIVATE: Readonly<Record<string, Private>> = {
  gmail: [
    [/^4\.7\.23$/, "ptr_missing_or_fcrdns_fail"],
    [/^[45]\.7\.24$/, "spf_suspicious"],
    [/^[45]\.7\.27$/, "spf_fail"],
    [/^[45]\.7\.29$/, "tls_required"],
    [/^[45]\.7\.30$/, "dkim_fail"],
    [/^[45]\.7\.(?:31|40)$/, "dmarc_missing"],
    [/^[45]\.7\.32$/, "dmarc_alignment"],
    [/^5\.5\.4$/, "helo_syntax"],
  ],
  microsoft: [
    [/^[45]\.7\.506$/, "helo_is_receivers_own_name"],
    [/^[45]\.7\.509$/, "dmarc_reject"],
    [/^[45]\.7\.510$/, "ipv6_not_accepted"],
    [/^[45]\.7\.511$/, "private_blocklist"],
    [/^[45]\.7\.515$/, "bulk_auth_required"],
    [/^[45]\.7\.6(?:0[6-9]|[1-4]\d)$/, "private_blocklist"],
    [/^[45]\.7\.650$/, "ip_reputation"],
    [/^[45]\.7\.65[1-9]$/, "throttle"],
    [/^4\.7\.500$/, "throttle"],
    [/^5\.7\.(?:124|129|133|134)$/, "recipient_restricted"],
    [/^5\.7\.(?:57|139)$/, "login_failed"],
    [/^5\.7\.(?:64|367|368)$/, "relay_denied"],
    [/^5\.7\.(?:501|502|503|705|708)$/, "account_disabled"],
    [/^5\.4\.1$/, "recipient_unknown"],
    [/^5\.1\.10$/, "recipient_unknown"],
    [/^5\.4\.(?:14|6)$/, "mail_loop"],
    [/^5\.4\.31[0-2]$/, "recipient_domain_unknown"],
    [/^[45]\.4\.316$/, "connection_failed"],
    [/^[45]\.4\.(?:7|300)$/, "delivery_expired"],
    [/^5\.5\.4$/, "helo_syntax"],
  ],
  yahoo: [[/^5\.7\.9$/, "local_policy"]],
};

/** The cause that a status code is by itself: the receiver's meaning where it has one, or else the registered one. */
export const causeOfStatus = (status: string | undefined, receiver: string | undefined): CauseClass | undefined =>
  (receiver && Object.hasOwn(PRIVATE, receiver)
    ? PRIVATE[receiver]?.find(([pattern]) => pattern.test(status ?? ""))?.[1]
    : undefined) ?? byItself(status);

/** A recipient who is not taken for now may well exist. */
const byItself = (status: string | undefined): CauseClass | undefined => {
  const cause = registered(status)?.cause;
  return cause === "recipient_unknown" && status?.startsWith("4") ? undefined : cause;
};
