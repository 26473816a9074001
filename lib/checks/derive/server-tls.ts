import type { FailedLookup } from "../facts/lookup.ts";
import type { Certificate, SmtpSession } from "../facts/smtp.ts";
import type { DomainName } from "../name.ts";
import { type CertificateRelation, certificateNames, relateCertificate } from "./certificate-names.ts";
import { defineFinding } from "./define.ts";

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

/** What a session came to as far as TLS goes. */
export function tlsState({ connection, masked, tls, oddities }: SmtpSession): TlsState {
  if (connection === "limit") return "limit";
  if (connection === "closed" || connection === "not-smtp") return "not-listening";
  // Inspection that overwrites the greeting takes STARTTLS out of the answer to EHLO as well.
  return tls.kind === "not-offered" && (masked || oddities?.includes("starttls-masked")) ? "masked" : tls.kind;
}

/** Versions that RFC 8996 and RFC 7568 withdrew, as OpenSSL names them. */
const OLD: readonly string[] = ["SSLv3", "TLSv1", "TLSv1.0", "TLSv1.1"];
export const isOldVersion = (protocol: string): boolean => OLD.includes(protocol);

const NEARNESS: readonly CertificateRelation[] = ["exact", "wildcard", "same-organisation", "unrelated"];

export const serverTls = defineFinding<"serverTls">()({
  needs: ["asked", "reverse", "serverName", "smtp"],
  shows: ["reverse", "smtp"],
  derive({ asked, reverse, serverName, smtp }): ServerTls {
    const certificate = smtp.tls.kind === "established" ? smtp.tls.certificate : undefined;
    const names = certificate ? certificateNames(certificate) : [];
    const { answered, greeting } = serverName;
    const called: readonly (readonly [DomainName | undefined, string])[] = [
      ...(reverse.kind === "answer" ? reverse.records.map((name) => [name, "the PTR name"] as const) : []),
      [asked, "the host name asked for"],
      [answered?.kind === "echo" ? undefined : answered?.name, "the EHLO name"],
      [greeting?.name, "the name in the greeting"],
    ];
    const own = called.flatMap(([name, role]) =>
      name ? [{ name, role, relation: relateCertificate(names, name) }] : [],
    );
    const nearest =
      own.find(({ name }) => name === asked) ??
      own.toSorted((a, b) => NEARNESS.indexOf(a.relation) - NEARNESS.indexOf(b.relation))[0];
    return {
      state: tlsState(smtp),
      session: smtp,
      ...(certificate ? { certificate } : {}),
      names,
      own,
      ...(nearest ? { nearest } : {}),
      ...(reverse.kind === "failed" && !asked ? { open: reverse } : {}),
    };
  },
});
