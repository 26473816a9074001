import type { Evidence, Fix } from "../define/signal.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import { prose, type Text, text } from "../net/safe-text.ts";

/** For a server that speaks only versions of TLS that are deprecated (RFC 8996). */
export const allowNewTls: Fix = {
  who: "server",
  does: text`Allow TLS 1.2 and 1.3, and update the TLS library if it has neither. In Postfix the setting is ${"smtpd_tls_protocols"}, in this form from 3.6 on.`,
  copy: "smtpd_tls_protocols = >=TLSv1.2",
};

/** The server name sent in the TLS handshake: a server may have a certificate for each name. Empty where none was. */
export const sniEvidence = ({ serverName }: Pick<SmtpSession, "serverName">): Evidence => ({
  sni: serverName ? [serverName] : [],
});

/** A remark for verdicts on a certificate's name, where none was sent. Old reports do not tell. */
export const sniRemark = ({ sni }: Evidence): Text =>
  sni?.length === 0 ? prose(" The target was an address, so no server name (SNI) was sent.") : [];
