import type { DomainName } from "../net/domain-name.ts";

/** One SMTP reply (RFC 5321 section 4.2): its code and the text of each line, as the server sent it, capped. */
export interface SmtpReply {
  readonly code: number;
  readonly lines: readonly string[];
}

/**
 * How far we came. `open` means a greeting with 220 arrived; everything else is why not.
 * Only `closed`, `refused` and `not-smtp` say something about the server; the others are our own ignorance.
 */
export type SmtpConnection =
  | "open"
  /** The connection was answered with a reset: nothing listens, or a firewall says no. */
  | "closed"
  /** Nothing answered the connection attempt. */
  | "filtered"
  /** Nothing answers us on port 25 anywhere: our own side blocks it. */
  | "blocked-here"
  /** Our side has no route to this address (no IPv6 here, for instance). */
  | "no-route"
  /** Greeted with 4xx or 5xx: the server is there and does not want to talk to us. */
  | "refused"
  /** Connected, and then no complete greeting in our time. */
  | "tarpit"
  /** Connected and closed without a greeting. */
  | "dropped"
  /** Something else answered. */
  | "not-smtp"
  /** The address guard forbids it. */
  | "forbidden"
  /** Our own limit of SMTP sessions, or of addresses, for one check was reached: nothing was sent. */
  | "limit"
  | "cancelled";

/** Something a mail server should not do, seen on the way: none of it stops the session. */
export type SmtpOddity =
  /** Lines ended with LF alone (RFC 5321 section 2.3.8 wants CRLF). */
  | "bare-lf"
  /** A reply came that nothing asked for. It was thrown away, never taken for the next answer. */
  | "unsolicited-reply"
  /** Text came after the 220 to STARTTLS and before the handshake: thrown away (the class of CVE-2011-0411). */
  | "plaintext-before-tls"
  /** The answer to EHLO shows `XXXXXXXA`, by which a middlebox overwrites STARTTLS. */
  | "starttls-masked";

/** One certificate of the chain as the server sent it: what a TLSA record can be compared with, and no more. */
export interface PresentedCertificate {
  /** Digests of the DER, lowercase hex (TLSA selector 0). */
  readonly sha256: string;
  readonly sha512: string;
  /** The same of the SubjectPublicKeyInfo (selector 1). */
  readonly spkiSha256: string;
  readonly spkiSha512: string;
  /** Epoch milliseconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Whether good signatures lead from the server's certificate to this one; the server's own is the first of them. */
  readonly signs: boolean;
}

/** A certificate as the server sent it; every string is foreign text. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** dNSName entries, canonical where they are host names (wildcards kept). */
  readonly dnsNames: readonly string[];
  /** iPAddress entries. */
  readonly ipAddresses: readonly string[];
  /** The subject's common name, which RFC 6125 no longer lets count where there is a subjectAltName. */
  readonly commonName?: string;
  /** Epoch milliseconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly keyType: string;
  readonly keyBits?: number;
  readonly signatureAlgorithm?: string;
  readonly selfSigned: boolean;
  /** Whether Node's trust store leads to its issuer; otherwise OpenSSL's code, like `UNABLE_TO_VERIFY_LEAF_SIGNATURE`. */
  readonly chain: "trusted" | string;
  /** SHA-256 of the DER, lowercase hex. */
  readonly fingerprint: string;
  /** SHA-256 of the SubjectPublicKeyInfo, lowercase hex (TLSA 3 1 1). */
  readonly spkiFingerprint: string;
  /** Subjects of the chain sent after it. */
  readonly chainSubjects: readonly string[];
  /** The whole chain as sent, the server's own first, at most ten; absent in reports from before it was kept. */
  readonly presented?: readonly PresentedCertificate[];
}

/** What STARTTLS (RFC 3207) came to. */
export type TlsOutcome =
  | {
      readonly kind: "established";
      readonly protocol: string;
      readonly cipher: string;
      readonly certificate?: Certificate;
    }
  /** The server did not offer it in its answer to EHLO. */
  | { readonly kind: "not-offered" }
  /** Offered, and then answered with something other than 220. */
  | { readonly kind: "declined"; readonly reply: SmtpReply }
  /** The handshake failed; `detail` is OpenSSL's or the socket's code. */
  | { readonly kind: "handshake-failed"; readonly detail: string }
  /**
   * We did not come that far: refused, silent, EHLO unanswered, time up. Says nothing about TLS. `why` is the connection
   * where it is not `open`, otherwise the step without a usable answer: `ehlo`, `starttls` or `handshake`.
   */
  | { readonly kind: "not-reached"; readonly why: string };

/** One SMTP session from our side: at most greeting, EHLO, STARTTLS, EHLO, QUIT. */
export interface SmtpSession {
  readonly connection: SmtpConnection;
  /**
   * The host name this session was held under, sent as the server name (SNI) in TLS (RFC 7672 section 8.1). Absent where
   * only an address is known: then none was sent.
   */
  readonly serverName?: DomainName;
  /** Words of the operating system or of our line reader, for the evidence. */
  readonly detail?: string;
  /** Only where nothing answered: whether port 25 is known to work from here towards others of this family. */
  readonly port25?: "works" | "blocked" | "unknown";
  readonly greeting?: SmtpReply;
  /** The name after 220, canonical, where it can be one (RFC 5321 section 4.2 lets the server say its domain there). */
  readonly greetingName?: DomainName;
  /** The first word after 220 as sent: kept because `localhost`, `[192.0.2.1]` or `****` are findings too. */
  readonly greetingWord?: string;
  /** The greeting is overwritten by a middlebox (`220 ****…`). */
  readonly masked: boolean;
  /** The answer to EHLO. */
  readonly ehlo?: SmtpReply;
  /** The answer to HELO, said only where EHLO was answered with 5xx; `ehloName` is then out of this one. */
  readonly helo?: SmtpReply;
  readonly ehloName?: DomainName;
  readonly ehloWord?: string;
  readonly ehloAfterTls?: SmtpReply;
  readonly tls: TlsOutcome;
  readonly oddities?: readonly SmtpOddity[];
  /** Lines both ways, `C: ` or `S: ` first, capped; `-- ` is a remark of ours: which server name TLS began with. */
  readonly transcript: readonly string[];
  /** Milliseconds from dialling to the end. */
  readonly ms: number;
  /** Milliseconds until the greeting was complete. */
  readonly greetingMs?: number;
}
