import type { SmtpSession } from "../facts/smtp.ts";
import { defaultLimits, type Endpoint, type Limits, type Vantage } from "../facts/vantage.ts";
import { probeSmtp, type SessionOptions } from "../gather/smtp/session.ts";
import type { IpAddress } from "../net/address.ts";
import { testAuthority } from "./certificate.ts";
import { ip } from "./facts.ts";
import type { SmtpBehaviour } from "./smtp-behaviour.ts";
import type { SmtpScript } from "./smtp-script.ts";
import { type SmtpServer, type SmtpServerOptions, startSmtpServer } from "./smtp-server.ts";

/** Patience for tests: each step a fraction of a second. */
export const impatient: Limits = {
  ...defaultLimits,
  smtpConnectMs: 400,
  smtpGreetingMs: 400,
  smtpReplyMs: 400,
  smtpSessionMs: 1_500,
};

/** A vantage from which port 25 of each of these addresses, or of every address, is an endpoint on loopback. */
export function smtpVantage(to: Endpoint | Readonly<Record<string, Endpoint>>, more: Partial<Vantage> = {}): Vantage {
  const all = "port" in to ? (to as Endpoint) : undefined;
  return {
    label: "test",
    resolvers: [],
    allowed: [],
    guard: () => ({ allowed: true }),
    route: (endpoint) => all ?? (to as Readonly<Record<string, Endpoint>>)[endpoint.address] ?? endpoint,
    now: Date.now,
    ehloName: "probe.example",
    trust: [testAuthority()],
    limits: impatient,
    ...more,
  };
}

/** The public address that stands for the server under test. */
export const target: IpAddress = ip("203.0.113.10");

/** One session with a server that lives as long as the session. */
export async function probeOne(
  what: SmtpScript | SmtpBehaviour,
  options: SessionOptions & SmtpServerOptions & { vantage?: Partial<Vantage>; signal?: AbortSignal } = {},
): Promise<{ session: SmtpSession; server: SmtpServer }> {
  const server = await startSmtpServer(what, options);
  const vantage = smtpVantage(server.endpoint, options.vantage);
  const session = await probeSmtp(target, vantage, options.signal ?? new AbortController().signal, options);
  await server.close();
  return { session, server };
}
