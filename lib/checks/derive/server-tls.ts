import type { SmtpSession } from "../facts/smtp.ts";
import type { CertificateRelation, ServerTls, TlsState } from "../findings/server-tls.ts";
import type { DomainName } from "../net/domain-name.ts";
import { certificateNames, relateCertificate } from "./certificate-names.ts";
import { defineFinding } from "./define.ts";

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
