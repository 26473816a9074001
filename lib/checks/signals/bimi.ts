import { defineSignal, type Evidence, ourLimit, shell, temperror, unanswered } from "../define/signal.ts";
import type { Bimi } from "../facts/receiving.ts";
import { assess, discover } from "../formats/dmarc/discovery.ts";
import { effectiveBimi, logoFault } from "../formats/receiving/bimi.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { noDomain, withoutDomain } from "../words/sending-domain-words.ts";

/** Whether the domain publishes a logo, and whether its DMARC policy lets receivers show it. */
export const bimi = defineSignal({
  id: "bimi",
  group: "receiving",
  scopes: ["domain"],
  title: "BIMI logo",
  why: "Some mailbox providers show a domain's logo beside its mail. It has no effect on whether mail is accepted.",
  references: [
    {
      label: "draft-brand-indicators-for-message-identification",
      url: "https://datatracker.ietf.org/doc/draft-brand-indicators-for-message-identification/",
    },
  ],
  needs: ["sender", "dmarc", "bimi", "now"],
  outcomes: {
    found: {
      status: "pass",
      says: (e) =>
        text`${e.at} names a logo, ${e.logo}. It can be fetched, and the DMARC policy is strict enough for it to be shown${e.evidence?.[0] ? [] : text`; few mailbox providers show it without a certificate in ${"a="}`}.`,
    },
    "weak-policy": {
      status: "info",
      says: (e) =>
        text`${e.at} names a logo, but receivers will not show it. For that the DMARC policy has to be quarantine or reject, for the domain and its subdomains.`,
    },
    declined: { status: "info", says: (e) => text`${e.at} says that the domain does not take part in BIMI.` },
    malformed: {
      status: "info",
      says: (e) =>
        text`The BIMI record at ${e.at} cannot be used: ${e.record}. It needs one ${"l="} with an HTTPS address.`,
    },
    "logo-missing": {
      status: "info",
      says: (e) =>
        text`${e.at} names a logo, but it cannot be fetched from ${e.logo}: ${cameWords(e)}. So it cannot be shown.`,
    },
    "logo-unusable": {
      status: "info",
      says: (e) =>
        text`The logo at ${e.logo} cannot be used: ${prose(FAULTS[e.fault?.[0] ?? ""] ?? "it does not meet the BIMI profile")}. BIMI accepts only SVG Tiny PS.`,
    },
    "certificate-missing": {
      status: "info",
      says: (e) =>
        text`${e.at} names a logo and a certificate for it, but the certificate cannot be fetched from ${e.evidence}: ${cameWords(e)}. Few mailbox providers show a logo without one.`,
    },
    "certificate-expired": {
      status: "info",
      says: (e) =>
        text`The certificate for the logo, ${e.evidence}, has expired or is not valid yet. Few mailbox providers show a logo without a valid one.`,
    },
    unreachable: {
      status: "unknown",
      says: (e) => text`${e.at} names a logo, but we could not fetch everything it names from here (${e.detail}).`,
    },
    limit: ourLimit,
    absent: { status: "info", says: (e) => text`${e.domain} publishes no BIMI record.` },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => [
    ...(e.domain ?? []).flatMap((domain) => digFor("TXT", `default._bimi.${domain}`)),
    ...[...(e.logo ?? []), ...(e.evidence ?? [])].filter(Boolean).map((url) => `curl -sSIL -- ${shell(url)}`),
  ],
  judge({ sender, dmarc, bimi, now }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!bimi || !dmarc) return unanswered();
    const { domain } = bimi;
    const found = effectiveBimi(bimi);
    if (found.kind === "failed") return unanswered(found.lookup);
    if (found.kind === "none") return { outcome: "absent", evidence: { domain: [domain] } };
    const { logo, evidence: mark, declined, valid } = found.read;
    const evidence: Evidence = {
      domain: [domain],
      at: [`default._bimi.${found.at}`],
      record: found.records.slice(0, 3),
      logo: [logo],
      evidence: mark ? [mark] : [],
    };
    if (declined) return { outcome: "declined", evidence };
    if (!valid) return { outcome: "malformed", evidence };
    const { applied, failed } = discover(dmarc.walk);
    if (!applied && failed) return unanswered(failed);
    if (applied && applied.domain !== domain && applied.record.np && dmarc.existence.kind === "failed")
      return unanswered(dmarc.existence);
    const effective =
      applied && assess(applied.record, applied.domain !== domain, dmarc.existence.kind !== "nxdomain").effective;
    const strict = (effective === "quarantine" || effective === "reject") && applied?.record.sp !== "none";
    return strict ? judgeFiles(bimi, evidence, now) : { outcome: "weak-policy", evidence };
  },
});

/** A logo counts where what the record names can be had. */
function judgeFiles({ logo, certificate }: Bimi, evidence: Evidence, now: number) {
  if (!logo) return unanswered();
  for (const [exchange, missing] of [
    [logo, "logo-missing"] as const,
    ...(certificate ? [[certificate.exchange, "certificate-missing"] as const] : []),
  ]) {
    if (exchange.kind === "failed") {
      if (exchange.lookup) return unanswered(exchange.lookup);
      if (exchange.why === "limit") return { outcome: "limit" as const, evidence };
      return { outcome: "unreachable" as const, evidence: { ...evidence, detail: [exchange.why] } };
    }
    if (exchange.kind !== "response" || exchange.status !== 200) {
      const status = exchange.kind === "response" ? [String(exchange.status)] : [];
      const detail = exchange.kind === "tls" ? [exchange.detail] : [];
      return { outcome: missing, evidence: { ...evidence, came: [exchange.kind], status, detail } };
    }
  }
  const fault = logo.kind === "response" ? (logo.cut ? "too-large" : logoFault(logo.mediaType, logo.body)) : undefined;
  if (fault) return { outcome: "logo-unusable" as const, evidence: { ...evidence, fault: [fault] } };
  if (certificate) {
    const { validity } = certificate;
    if (!validity) return { outcome: "certificate-missing" as const, evidence: { ...evidence, came: ["no-pem"] } };
    if (now < validity.from || now > validity.until) return { outcome: "certificate-expired" as const, evidence };
  }
  return { outcome: "found" as const, evidence };
}

const CAME: Readonly<Record<string, string>> = {
  "no-address": "its host has no address",
  forbidden: "its host has no public address",
  closed: "nothing listens there on port 443",
  tls: "the web server's certificate is not valid",
  "not-http": "the host does not answer as a web server",
  "no-pem": "the file is not a certificate in PEM format",
};
const cameWords = (e: Evidence): Text =>
  e.status?.[0] ? text`the answer was HTTP ${prose(e.status[0])}` : prose(CAME[e.came?.[0] ?? ""] ?? "no answer came");

const FAULTS: Readonly<Record<string, string>> = {
  type: "its media type is not image/svg+xml",
  "no-svg": "it is not an SVG image",
  "not-tiny-ps": "it is SVG, but not in the tiny-ps profile",
  "too-large": "it is too large",
};
