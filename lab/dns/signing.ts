import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ZoneText } from "../internet/zone.ts";
import { outputOf } from "../programs.ts";

/** A zone signed with a key of its own, and that key for a resolver to trust. */
export interface SignedZone {
  readonly zone: ZoneText;
  readonly trustAnchor: string;
}

/** Signs a zone with ldns, if it is to be; a `bogus` one then gets an address, or a name, that nobody signed. */
export function signZone(folder: string, zone: ZoneText): SignedZone | undefined {
  if (!zone.signed || zone.text === undefined) return undefined;
  mkdirSync(folder, { recursive: true });
  const key = outputOf("ldns-keygen", ["-k", "-a", "ECDSAP256SHA256", zone.apex], folder).trim();
  const file = join(folder, `${zone.apex}zone`);
  writeFileSync(file, zone.text);
  outputOf("ldns-signzone", ["-f", `${file}.signed`, file, key], folder);
  const signed = readFileSync(`${file}.signed`, "utf8");
  const text = zone.signed === "bogus" ? forge(signed) : signed;
  return { zone: { ...zone, text }, trustAnchor: readFileSync(join(folder, `${key}.key`), "utf8") };
}

const forge = (zone: string) =>
  zone.replace(/(\tA\t)\S+/, "$1203.0.113.111").replace(/(\tPTR\t)\S+/, "$1forged.example.net.");
