import type { SecureVersion } from "node:tls";
import { type CertificateDeclaration, makeCertificate, type ServerCertificate } from "./certificate.ts";
import type { Peer } from "./smtp-peer.ts";

/** One thing a scripted server does. */
export type SmtpStep =
  | { readonly send: string }
  | { readonly sendHex: string }
  | { readonly repeat: string; readonly count: number; readonly ms?: number }
  /** Octet by octet. */
  | { readonly drip: string; readonly ms: number }
  | { readonly wait: number }
  /** As `wait`, before anything else: the kernel has accepted already. */
  | { readonly delayAccept: number }
  /** Waits for a command; the script ends where another one comes. */
  | { readonly expect: string }
  | {
      readonly tls: true;
      readonly cert?: string;
      readonly max?: SecureVersion;
      readonly renegotiate?: string;
    }
  | { readonly close: true }
  | { readonly rst: true };

export type SmtpScript = readonly SmtpStep[];

/** The certificates that scripts call by name. */
const certificates: Readonly<Record<string, CertificateDeclaration>> = {
  default: { names: ["mx.test"] },
  expired: { names: ["mx.test"], expired: true },
  "not-yet-valid": { names: ["mx.test"], notYetValid: true },
  "self-signed": { names: ["mx.test"], selfSigned: true },
  untrusted: { names: ["mx.test"], untrusted: true },
  "wrong-name": { names: ["elsewhere.test"] },
  wildcard: { names: ["*.test"] },
  "nul-in-cn": { names: ["mx.test\0.evil.test"], commonName: "mx.test\0.evil.test", selfSigned: true },
  "rsa-1024": { names: ["mx.test"], key: "rsa-1024" },
  "rsa-16384": { names: ["mx.test"], key: "rsa-16384", selfSigned: true },
  "chain-20": { names: ["mx.test"], intermediates: 20 },
  "other-cert": { names: ["other.test"], selfSigned: true },
};

const made = new Map<string, ServerCertificate>();

function certificateOf(name: string): ServerCertificate {
  const declaration = certificates[name];
  if (!declaration) throw new Error(`no certificate is called ${name}`);
  const certificate = made.get(name) ?? makeCertificate(declaration);
  made.set(name, certificate);
  return certificate;
}

/** Makes what the script needs, so that no client waits for a key. */
export function prepare(script: SmtpScript): void {
  for (const step of script) if ("tls" in step) certificateOf(step.cert ?? "default");
}

/**
 * Plays a script to one client, and then listens in silence until the client leaves. Waits are multiplied by `scale`;
 * `onPlayed` is called when all of it has been played.
 */
export async function play(script: SmtpScript, peer: Peer, scale = 1, onPlayed = () => {}): Promise<void> {
  let goesOn = true;
  for (const step of script) {
    goesOn = await take(step, peer, scale);
    if (!goesOn) break;
  }
  if (goesOn) onPlayed();
  while ((await peer.line()) !== undefined);
}

/** One step; false when the script cannot go on. */
async function take(step: SmtpStep, peer: Peer, scale: number): Promise<boolean> {
  if ("send" in step) return peer.send(step.send);
  if ("sendHex" in step) return peer.send(Buffer.from(step.sendHex, "hex"));
  if ("wait" in step || "delayAccept" in step) {
    await peer.wait(("wait" in step ? step.wait : step.delayAccept) * scale);
    return true;
  }
  if ("repeat" in step) return repeat(Array(step.count).fill(step.repeat), (step.ms ?? 0) * scale, peer);
  if ("drip" in step) return repeat(Buffer.from(step.drip).toString("latin1"), step.ms * scale, peer);
  if ("expect" in step) return (await peer.line())?.toUpperCase().startsWith(step.expect.toUpperCase()) === true;
  if ("tls" in step) {
    const certificate = certificateOf(step.cert ?? "default");
    const secured = await peer.secure({ certificate, ...(step.max ? { max: step.max } : {}) });
    if (secured && step.renegotiate) peer.renegotiate(certificateOf(step.renegotiate));
    return secured;
  }
  if ("rst" in step) peer.reset();
  else peer.close();
  return false;
}

async function repeat(texts: Iterable<string>, ms: number, peer: Peer): Promise<boolean> {
  for (const text of texts) {
    if (!(await peer.send(Buffer.from(text, "latin1")))) return false;
    if (ms > 0) await peer.wait(ms);
  }
  return true;
}
