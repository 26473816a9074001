import { hash, X509Certificate } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CertificateDeclaration, makeCertificate } from "../../testing/certificate.ts";
import { name } from "../../testing/facts.ts";
import { probeOne } from "../../testing/smtp-probing.ts";
import { certificateFacts } from "./certificate.ts";
import { elements } from "./der.ts";

async function seen(certificate: CertificateDeclaration) {
  const { session } = await probeOne({ certificate });
  if (session.tls.kind !== "established" || !session.tls.certificate) throw new Error(JSON.stringify(session.tls));
  return session.tls.certificate;
}

describe("a certificate out of the handshake", () => {
  test.each([
    ["by the test authority", {}, { chain: "trusted", selfSigned: false, keyType: "ec", keyBits: 256 }],
    ["by nobody's authority", { untrusted: true }, { chain: "UNABLE_TO_VERIFY_LEAF_SIGNATURE", selfSigned: false }],
    ["by itself", { selfSigned: true }, { chain: "DEPTH_ZERO_SELF_SIGNED_CERT", selfSigned: true }],
    ["expired", { expired: true }, { chain: "CERT_HAS_EXPIRED" }],
    ["not yet valid", { notYetValid: true }, { chain: "CERT_NOT_YET_VALID" }],
    ["for another name", { names: ["elsewhere.example"] }, { chain: "trusted", dnsNames: ["elsewhere.example"] }],
    ["with an RSA key of 1024 bits", { key: "rsa-1024" }, { keyType: "rsa", keyBits: 1024 }],
    ["with an RSA key of 2048 bits", { key: "rsa-2048" }, { keyType: "rsa", keyBits: 2048, chain: "trusted" }],
    [
      "through two intermediates",
      { intermediates: 2 },
      { chain: "trusted", chainSubjects: ["CN=Nameplate intermediate 2", "CN=Nameplate intermediate 1"] },
    ],
    [
      "for names of many kinds",
      {
        names: ["MAIL.Example", "*.Example.org", "a, DNS:b", "mx\0.example", "bad_.example"],
        commonName: "mail.example",
      },
      {
        commonName: "mail.example",
        dnsNames: ["mail.example", "*.example.org", "a, DNS:b", "mx\0.example", "bad_.example"],
      },
    ],
    ["for addresses", { addresses: ["192.0.2.1", "2001:db8::1"] }, { ipAddresses: ["192.0.2.1", "2001:db8::1"] }],
    ["valid for years", { notAfter: Date.UTC(2075, 0, 2) }, { notAfter: Date.UTC(2075, 0, 2) }],
  ] as const)("%s is described as it is", async (_, declaration, expected) => {
    expect(await seen(declaration)).toMatchObject(expected);
  });

  test("its fingerprints are those of its octets", async () => {
    const x509 = new X509Certificate(makeCertificate({ names: ["mail.example"] }).cert);
    const facts = certificateFacts(x509, "trusted");
    expect(facts.fingerprint).toBe(x509.fingerprint256.replaceAll(":", "").toLowerCase());
    const spki = x509.publicKey.export({ type: "spki", format: "der" });
    expect(facts.spkiFingerprint).toBe(hash("sha256", spki));
  });

  test("its strings are capped", () => {
    const long = "a".repeat(2_000);
    const { cert } = makeCertificate({ names: [long], commonName: long });
    const facts = certificateFacts(new X509Certificate(cert), "trusted");
    for (const text of [facts.subject, facts.issuer, facts.commonName, ...facts.dnsNames])
      expect(text?.length).toBeLessThanOrEqual(512);
  });

  test("without the extra root the test authority is nobody", async () => {
    const { session } = await probeOne({}, { vantage: { trust: [] } });
    expect(session.tls).toMatchObject({ certificate: { chain: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" } });
  });

  test("a name is sent as the server name only where it is the name of a host", async () => {
    for (const host of ["mail.example", "mail_1.example", "192.0.2.1"]) {
      const { session } = await probeOne({}, { name: name(host) });
      expect(session.tls.kind).toBe("established");
    }
  });
});

test("octets that are no DER give what can be read, and never throw", () => {
  const whole = Buffer.from(new X509Certificate(makeCertificate({ names: ["mail.example"] }).cert).raw);
  fc.assert(
    fc.property(fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }), (at, noise) => {
      const spoilt = Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at + noise.length)]);
      const walk = (octets: Buffer): number => elements(octets).reduce((sum, e) => sum + 1 + walk(e.content), 0);
      expect(walk(spoilt)).toBeGreaterThanOrEqual(0);
      let x509: X509Certificate | undefined;
      try {
        x509 = new X509Certificate(spoilt);
      } catch {
        return;
      }
      expect(() => certificateFacts(x509, "trusted")).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
