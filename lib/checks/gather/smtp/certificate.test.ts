import { hash, X509Certificate } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:tls";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
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

  test("all of its names count, however many they are", () => {
    const names = Array.from({ length: 2_000 }, (_, i) => `h${i}.example`);
    const { dnsNames } = certificateFacts(new X509Certificate(makeCertificate({ names }).cert), "trusted");
    expect(dnsNames).toHaveLength(2_000);
    expect(dnsNames.at(-1)).toBe("h1999.example");
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

  test.each([
    ["mail.example", "mail.example"],
    ["mail_1.example", undefined],
    ["192.0.2.1", undefined],
  ])("%s as the server name: only the name of a host is sent", async (host, sent) => {
    const { session } = await probeOne({}, { name: name(host) });
    expect([session.tls.kind, session.serverName]).toEqual(["established", sent]);
    const remark = sent ? `server name (SNI) ${sent}` : "no server name (SNI) sent";
    expect(session.transcript).toContain(`-- TLS handshake, ${remark}`);
  });

  test("the certificate is the one for the name that was asked for", async () => {
    const shared = { greeting: "shared.example ESMTP", certificates: { "mx.example": { names: ["mx.example"] } } };
    const shown = async (host?: string) => {
      const { session } = await probeOne(shared, host ? { name: name(host) } : {});
      return session.tls.kind === "established" ? session.tls.certificate?.dnsNames : undefined;
    };
    expect([await shown("mx.example"), await shown("other.example"), await shown()]).toEqual([
      ["mx.example"],
      ["shared.example"],
      ["shared.example"],
    ]);
  });

  test("the chain is kept as digests, in the order it was sent, with who signed whom", async () => {
    const pem = (declaration: CertificateDeclaration) =>
      makeCertificate(declaration)
        .cert.split(/(?<=-----END CERTIFICATE-----\n)/)
        .filter(Boolean);
    const [leaf = "", first = "", second = ""] = pem({ names: ["mail.example"], intermediates: 2 });
    const [stranger = ""] = pem({ names: ["x.example"], selfSigned: true });
    const { key } = makeCertificate({});
    const server = createServer({ cert: [leaf, second, stranger, first].join(""), key }).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false });
    await once(socket, "secureConnect");
    const shown = socket.getPeerX509Certificate();
    socket.destroy();
    const presented = (shown && certificateFacts(shown, "trusted").presented) ?? [];
    const keyOf = (text: string) => new X509Certificate(text).publicKey.export({ type: "spki", format: "der" });
    expect(presented.map(({ sha256 }) => sha256)).toEqual(
      [leaf, second, stranger, first].map((text) => hash("sha256", new X509Certificate(text).raw)),
    );
    expect(presented.map(({ signs }) => signs)).toEqual([true, true, false, true]);
    expect(presented[0]).toMatchObject({
      sha512: hash("sha512", new X509Certificate(leaf).raw),
      spkiSha256: hash("sha256", keyOf(leaf)),
      spkiSha512: hash("sha512", keyOf(leaf)),
    });
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
