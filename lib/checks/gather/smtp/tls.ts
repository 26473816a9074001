import { constants } from "node:crypto";
import type { Socket } from "node:net";
import { connect, type SecureContext, type TLSSocket } from "node:tls";
import type { TlsOutcome } from "../../facts/smtp.ts";
import type { DomainName } from "../../net/domain-name.ts";
import { trusting } from "../trust.ts";
import { certificateFacts } from "./certificate.ts";
import { deadline } from "./deadline.ts";

export type Handshake =
  | { readonly kind: "established"; readonly socket: TLSSocket; readonly outcome: TlsOutcome }
  | { readonly kind: "failed"; readonly detail: string }
  | { readonly kind: "timeout" };

// Everything that is still spoken out there: we report the version and the key, we do not judge them here.
const CIPHERS = "DEFAULT:@SECLEVEL=0";
const OPTIONS = constants.SSL_OP_NO_RENEGOTIATION | constants.SSL_OP_LEGACY_SERVER_CONNECT;

/** What to speak, and whom to trust beside the usual roots. */
export const tlsContext = trusting({ minVersion: "TLSv1", ciphers: CIPHERS, secureOptions: OPTIONS });

/**
 * The handshake after 220 to STARTTLS, whatever certificate comes. Nothing read before may still lie in the socket.
 * `name`, a host name, is sent as the server name (RFC 6066 section 3).
 */
export function handshake(
  socket: Socket,
  context: SecureContext,
  options: { readonly ms: number; readonly name?: DomainName },
): Promise<Handshake> {
  return new Promise((resolve) => {
    const secured = connect({
      socket,
      secureContext: context,
      rejectUnauthorized: false,
      // Names are compared by the judges, on canonical names; `authorized` speaks of the issuers alone.
      checkServerIdentity: () => undefined,
      minDHSize: 1,
      ...(options.name ? { servername: options.name } : {}),
    });
    const settle = (result: Handshake) => {
      callOff();
      if (result.kind !== "established") secured.destroy();
      resolve(result);
    };
    const callOff = deadline(options.ms, () => settle({ kind: "timeout" }));
    // Stays for ever: an error that nobody waits for must not end the process.
    secured.on("error", (error: NodeJS.ErrnoException) =>
      settle({ kind: "failed", detail: error.code ?? error.message.slice(0, 255) }),
    );
    secured.once("close", () => settle({ kind: "failed", detail: "closed" }));
    secured.once("secureConnect", () => {
      secured.disableRenegotiation();
      settle({ kind: "established", socket: secured, outcome: outcomeOf(secured) });
    });
  });
}

function outcomeOf(socket: TLSSocket): TlsOutcome {
  // The X509 object and nothing else: after it, Node's older `getPeerCertificate()` answers `{}`.
  const x509 = socket.getPeerX509Certificate();
  // The declared type is Error; what is there is OpenSSL's code.
  const trouble = socket.authorized ? undefined : String(socket.authorizationError ?? "unknown");
  return {
    kind: "established",
    protocol: socket.getProtocol() ?? "unknown",
    cipher: socket.getCipher().standardName ?? socket.getCipher().name,
    ...(x509 ? { certificate: certificateFacts(x509, trouble ?? "trusted") } : {}),
  };
}
