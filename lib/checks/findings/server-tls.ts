import type { FailedLookup } from "../facts/lookup.ts";
import type { Certificate, SmtpSession } from "../facts/smtp.ts";
import type { DomainName } from "../net/domain-name.ts";

/** How a certificate's names relate to one name of the server. */
export type CertificateRelation = "exact" | "wildcard" | "same-organisation" | "unrelated";

/** What TLS on port 25 came to. */
export type TlsState =
  | "established"
  /** The answer to EHLO does not offer STARTTLS. */
  | "not-offered"
  /** A middlebox has overwritten the offer: nothing is known of the server's own TLS. */
  | "masked"
  | "declined"
  | "handshake-failed"
  /** The server was not asked for TLS: it said nothing, or we did not come that far. Says nothing about its TLS. */
  | "not-reached"
  /** No mail server answers on port 25. */
  | "not-listening"
  /** Not asked: our limit of sessions for one check was reached. */
  | "limit";

/** One of the server's own names, and how the certificate relates to it. */
export interface OwnName {
  readonly name: DomainName;
  /** As words that follow "which is". */
  readonly role: string;
  readonly relation: CertificateRelation;
}

/** TLS of one server, with its certificate beside the names it goes by. */
export interface ServerTls {
  readonly state: TlsState;
  readonly session: SmtpSession;
  readonly certificate?: Certificate;
  /** What the certificate stands for. */
  readonly names: readonly string[];
  /** The server's names: the host that was asked for (and by SNI), PTR, EHLO and greeting names. */
  readonly own: readonly OwnName[];
  /** The one the certificate is judged for: the host asked for, or without one that which it is nearest to. */
  readonly nearest?: OwnName;
  /** The PTR question without an answer, where no host was asked for: its name may be the one on the certificate. */
  readonly open?: FailedLookup;
}
