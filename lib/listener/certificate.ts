/** What STARTTLS is answered with, as PEM. */
export interface OwnCertificate {
  readonly cert: string;
  readonly key: string;
}

/** Every client understands RSA, old ones nothing else. */
const KEY_BITS = 2048;
const DAYS = 365;
/** A dNSName among the alternative names (RFC 5280 section 4.2.1.6). */
const DNS_NAME = 2;

/**
 * Makes a certificate for this name that signs itself: mail servers that encrypt opportunistically take any, and the
 * listener holds nothing that one of an authority would protect.
 */
export async function makeOwnCertificate(name: string): Promise<OwnCertificate> {
  // Loaded by whoever listens only.
  const { generate } = await import("selfsigned");
  const extensions = [
    { name: "basicConstraints", cA: false },
    { name: "subjectAltName", altNames: [{ type: DNS_NAME, value: name }] },
  ];
  return new Promise((resolve, reject) =>
    generate(
      [{ name: "commonName", value: name }],
      { keySize: KEY_BITS, days: DAYS, algorithm: "sha256", extensions },
      (error, { cert, private: key }) => (error ? reject(error) : resolve({ cert, key })),
    ),
  );
}
