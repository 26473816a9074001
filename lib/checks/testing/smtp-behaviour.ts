import type { SecureVersion } from "node:tls";
import { type CertificateDeclaration, makeCertificate } from "./certificate.ts";
import type { Peer, PeerTls } from "./smtp-peer.ts";

/** A mail server of the small internet, declared by how it differs from an ordinary one. */
export interface SmtpBehaviour {
  /** What follows 220, its own name first: `mail.example ESMTP`. */
  readonly greeting?: string;
  /** Its name in the answer to EHLO; the first word of the greeting unless given. */
  readonly ehlo?: string;
  /** Extensions beside STARTTLS. */
  readonly extensions?: readonly string[];
  /** Offered unless said otherwise. `declined` is offered and then answered with 454; `broken` fails in the handshake. */
  readonly starttls?: "offered" | "absent" | "declined" | "broken";
  /** By the test authority for the name in EHLO unless said otherwise. */
  readonly certificate?: CertificateDeclaration;
  /** Others, by the server name (SNI) that the client sends. */
  readonly certificates?: Readonly<Record<string, CertificateDeclaration>>;
  readonly minTls?: SecureVersion;
  readonly maxTls?: SecureVersion;
  /** Milliseconds before the greeting. */
  readonly tarpitMs?: number;
  /** Milliseconds before every reply. */
  readonly delayMs?: number;
  /** A whole reply instead of the greeting: `554 no service`. */
  readonly reject?: string;
  /** A whole reply to every EHLO: `450 4.7.1 try later`. */
  readonly rejectEhlo?: string;
  /** Knows HELO only. */
  readonly helo?: "only";
  /** A middlebox writes asterisks over the greeting and hides STARTTLS. */
  readonly masked?: boolean;
  /** Accepts the connection and never says a word. */
  readonly silent?: boolean;
  readonly closeAtOnce?: boolean;
}

/** A server as declared: serves one client after the other. Its certificate is made now, so that no client waits. */
export function createServe(behaviour: SmtpBehaviour): (peer: Peer) => Promise<void> {
  const { greeting = "mail.example ESMTP", starttls = behaviour.masked ? "absent" : "offered" } = behaviour;
  const name = behaviour.ehlo ?? greeting.split(" ")[0] ?? "mail.example";
  // Made when the first client asks for TLS: a world has a hundred servers, and most checks talk to one.
  let made: PeerTls | undefined;
  const tls = (): PeerTls => {
    made ??= {
      certificate: makeCertificate({ names: [name], ...behaviour.certificate }),
      byName: new Map(Object.entries(behaviour.certificates ?? {}).map(([of, each]) => [of, makeCertificate(each)])),
      ...(behaviour.minTls ? { min: behaviour.minTls } : {}),
      ...(behaviour.maxTls ? { max: behaviour.maxTls } : {}),
    };
    return made;
  };
  return (peer) => serve(behaviour, { greeting, starttls, name, tls }, peer);
}

interface Settled {
  readonly greeting: string;
  readonly starttls: NonNullable<SmtpBehaviour["starttls"]>;
  readonly name: string;
  readonly tls: () => PeerTls;
}

async function serve(behaviour: SmtpBehaviour, { greeting, starttls, name, tls }: Settled, peer: Peer): Promise<void> {
  let encrypted = false;

  const reply = async (...lines: readonly string[]) => {
    if (behaviour.delayMs) await peer.wait(behaviour.delayMs);
    await peer.send(lines.map((line) => `${line}\r\n`).join(""));
  };

  const hello = () => {
    const extensions = [
      ...(behaviour.extensions ?? ["PIPELINING", "SIZE 10240000", "8BITMIME"]),
      ...(behaviour.masked ? ["XXXXXXXA"] : []),
      ...(starttls !== "absent" && !encrypted ? ["STARTTLS"] : []),
    ];
    return [name, ...extensions].map((line, i, all) => `250${i < all.length - 1 ? "-" : " "}${line}`);
  };

  /** False when there is nothing left to talk about. */
  const answer = async (command: string): Promise<boolean> => {
    switch (command.split(" ")[0]?.toUpperCase()) {
      case "EHLO":
        if (behaviour.helo === "only") await reply("502 5.5.1 not implemented");
        else await reply(...(behaviour.rejectEhlo ? [behaviour.rejectEhlo] : hello()));
        return true;
      case "HELO":
        await reply(`250 ${name}`);
        return true;
      case "STARTTLS":
        return secure();
      case "QUIT":
        await reply("221 2.0.0 bye");
        peer.close();
        return false;
      default:
        await reply("502 5.5.1 not implemented");
        return true;
    }
  };

  const secure = async (): Promise<boolean> => {
    if (starttls === "absent" || encrypted) return reply("502 5.5.1 not implemented").then(() => true);
    if (starttls === "declined") return reply("454 4.7.0 TLS not available").then(() => true);
    await reply("220 2.0.0 go ahead");
    if (starttls === "broken") {
      await peer.send("this is not TLS\r\n");
      peer.close();
      return false;
    }
    encrypted = await peer.secure(tls());
    return encrypted;
  };

  if (behaviour.closeAtOnce) return peer.close();
  if (behaviour.tarpitMs) await peer.wait(behaviour.tarpitMs);
  if (!behaviour.silent) await reply(behaviour.reject ?? `220 ${behaviour.masked ? "*".repeat(40) : greeting}`);
  for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
    if (!behaviour.silent && !(await answer(line))) return;
  }
}
