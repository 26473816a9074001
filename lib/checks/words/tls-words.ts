import type { Evidence } from "../define/signal.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import { prose, type Text } from "../net/safe-text.ts";

/** The server name sent in the TLS handshake: a server may have a certificate for each name. Empty where none was. */
export const sniEvidence = ({ serverName }: Pick<SmtpSession, "serverName">): Evidence => ({
  sni: serverName ? [serverName] : [],
});

/** A remark for verdicts on a certificate's name, where none was sent. Old reports do not tell. */
export const sniRemark = ({ sni }: Evidence): Text =>
  sni?.length === 0 ? prose(" The target was an address, so no server name (SNI) was sent.") : [];
