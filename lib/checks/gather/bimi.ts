import { X509Certificate } from "node:crypto";
import type { Bimi, MarkCertificate } from "../facts/receiving.ts";
import { effectiveBimi } from "../formats/receiving/bimi.ts";
import { asName, type DomainName, organisationalDomain } from "../net/domain-name.ts";
import { defineGatherer, type Gathering } from "./gatherer.ts";
import { httpsFile } from "./https-file.ts";

/** Logos have to be small (32 kB at most by the drafts); mark certificates hold the logo as well. */
const [LOGO_OCTETS, CERTIFICATE_OCTETS] = [131_072, 262_144];
const MS = 10_000;

/**
 * The logo record of the sending domain, and of its organisation's domain, which stands in where it has none; and what
 * the one that counts leads to.
 */
export const bimi = defineGatherer<"bimi">()({
  needs: ["sender"],
  async gather({ sender: { domain } }, gathering): Promise<Bimi | undefined> {
    if (!domain) return undefined;
    const ask = (of: DomainName) => gathering.dns.ask(asName(`default._bimi.${of}`), "TXT");
    const above = organisationalDomain(domain);
    const published =
      !above || above === domain
        ? { domain, record: await ask(domain) }
        : await Promise.all([ask(domain), ask(above)]).then(([record, organisations]) => ({
            domain,
            record,
            organisation: { domain: above, record: organisations },
          }));
    const effective = effectiveBimi(published);
    if (effective.kind !== "record" || !effective.read.valid) return published;
    const { logo, evidence } = effective.read;
    const [image, certificate] = await Promise.all([
      httpsFile(logo, { accept: "image/svg+xml", maxBytes: LOGO_OCTETS, ms: MS }, gathering),
      evidence ? certificateAt(evidence, gathering) : undefined,
    ]);
    return { ...published, logo: image, ...(certificate ? { certificate } : {}) };
  },
});

async function certificateAt(address: string, gathering: Gathering): Promise<MarkCertificate> {
  const how = { accept: "application/pem-certificate-chain", maxBytes: CERTIFICATE_OCTETS, ms: MS };
  const exchange = await httpsFile(address, how, gathering);
  if (exchange.kind !== "response") return { exchange };
  const pem = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/.exec(exchange.body)?.[0];
  try {
    const { validFrom, validTo } = new X509Certificate(pem ?? "");
    return { exchange, validity: { from: Date.parse(validFrom), until: Date.parse(validTo) } };
  } catch {
    return { exchange };
  }
}
