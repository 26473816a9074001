import { createSecureContext, rootCertificates, type SecureContext, type SecureContextOptions } from "node:tls";

/**
 * Makes TLS contexts of one kind, each once: what a vantage trusts beside the usual roots does not change, and parsing
 * the roots takes longer than a handshake.
 */
export function trusting(options: SecureContextOptions = {}): (trust?: readonly string[]) => SecureContext {
  const made = new Map<string, SecureContext>();
  return (trust = []) => {
    const key = trust.join();
    const context =
      made.get(key) ??
      createSecureContext({ ...options, ...(trust.length > 0 ? { ca: [...rootCertificates, ...trust] } : {}) });
    made.set(key, context);
    return context;
  };
}
