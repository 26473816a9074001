import { type IncomingMessage, request } from "node:http";
import { connect as connectPlain, isIP, type Socket } from "node:net";
import { checkServerIdentity, connect, type TLSSocket } from "node:tls";
import type { HttpsExchange } from "../facts/https.ts";
import { type Failure, type LookupOf, recordsOf } from "../facts/lookup.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { isPublic } from "../net/guard.ts";
import type { Gathering } from "./gatherer.ts";
import { trusting } from "./trust.ts";

export interface HttpsQuestion {
  /** As it stands in the URL: a name, or an address without its brackets. */
  readonly host: DomainName | IpAddress;
  /** 443 where nothing is said. */
  readonly port?: number;
  /** Without TLS: only where the caller has made sure that this address may be asked so. */
  readonly plain?: boolean;
  /** Sends this by POST instead of asking by GET. */
  readonly post?: { readonly body: string; readonly headers: Readonly<Record<string, string>> };
  /** From the slash on. */
  readonly path: string;
  /** The media types we can read. */
  readonly accept: string;
  /** Octets of the body that are kept. */
  readonly maxBytes: number;
  /** Milliseconds for everything after the DNS. */
  readonly ms: number;
}

const MAX_ADDRESSES = 3;
const httpsContext = trusting();
/** Why nothing is known where our own limit of connections for one check was reached. */
const LIMIT = "limit" satisfies Failure;

/**
 * One GET over HTTPS: the host's addresses are looked up by us, the guard judges the very address that is dialled, the
 * certificate has to hold for the host, redirects are not followed, and size and time are bounded. Never rejects.
 */
export async function httpsGet(
  question: HttpsQuestion & { readonly host: DomainName },
  { dns, vantage, signal, budget }: Pick<Gathering, "dns" | "vantage" | "signal" | "budget">,
): Promise<HttpsExchange> {
  const [a, aaaa] = await Promise.all([dns.ask(question.host, "A"), dns.ask(question.host, "AAAA")]);
  const all = [...addressesOf(a), ...addressesOf(aaaa)];
  const judged = all.map((address) => ({ address, permission: vantage.guard(address) }));
  const allowed = judged.flatMap(({ address, permission }) => (permission.allowed ? [address] : []));
  if (allowed.length === 0) {
    for (const lookup of [a, aaaa]) if (lookup.kind === "failed") return { kind: "failed", why: lookup.reason, lookup };
    const [block] = judged.flatMap(({ permission }) => (permission.allowed ? [] : [permission.block]));
    // What others get there we cannot tell.
    if (block && isPublic(block)) return { kind: "failed", why: block.name };
    return block ? { kind: "forbidden", what: block.name } : { kind: "no-address" };
  }

  return exchangeWithOne(allowed, question, { vantage, budget, signal });
}

/** The first exchange that comes about with one of these addresses, all of which the guard has let through. */
export async function exchangeWithOne(
  allowed: readonly IpAddress[],
  question: HttpsQuestion,
  { vantage, signal, budget }: Pick<Gathering, "vantage" | "signal" | "budget">,
): Promise<HttpsExchange> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(question.ms)]);
  const tried: HttpsExchange[] = [];
  for (const address of allowed.slice(0, MAX_ADDRESSES)) {
    const exchange = await exchangeWith(address, question, { vantage, budget, signal: bounded });
    if (exchange.kind === "response") return exchange;
    tried.push(exchange);
    if (bounded.aborted || isOurLimit(exchange)) break;
  }
  // Where our own limit ended the trying, that is why nothing is known.
  // Otherwise: one address that could not be asked, and nobody knows what it would have said.
  return tried.find(isOurLimit) ?? tried.find(({ kind }) => kind === "failed") ?? tried[0] ?? { kind: "no-address" };
}

const addressesOf = (lookup: LookupOf<"A"> | LookupOf<"AAAA">): readonly IpAddress[] =>
  lookup.kind === "failed" ? [] : recordsOf(lookup);

/** What an error means depends on how far we had come. */
type Phase = "dialling" | "handshake" | "http";

const isOurLimit = (exchange: HttpsExchange): boolean => exchange.kind === "failed" && exchange.why === LIMIT;

/** The one place from which HTTPS connections leave, and so the one where they are taken from the check's budget. */
async function exchangeWith(
  address: IpAddress,
  question: HttpsQuestion,
  { vantage, signal, budget }: Pick<Gathering, "vantage" | "signal" | "budget">,
): Promise<HttpsExchange> {
  if (signal.aborted) return { kind: "failed", why: "timeout" };
  if (!budget.spend("connections")) return { kind: "failed", why: LIMIT };
  let phase: Phase = "dialling";
  const { host, port = 443, plain, post } = question;
  const endpoint = vantage.route({ address, port });
  const to = { host: endpoint.address, port: endpoint.port };
  const socket: Socket = plain
    ? connectPlain(to)
    : connect({
        ...to,
        // An address is not sent as a server name (RFC 6066 section 3).
        ...(isIP(host) ? {} : { servername: host }),
        // What is wrong with the certificate is a fact to keep, so we look at it ourselves, before anything is sent.
        rejectUnauthorized: false,
        secureContext: httpsContext(vantage.trust),
      });
  return new Promise((resolve) => {
    const settle = (exchange: HttpsExchange) => {
      signal.removeEventListener("abort", abort);
      socket.destroy();
      resolve(exchange);
    };
    const abort = () => settle({ kind: "failed", why: "timeout" });
    signal.addEventListener("abort", abort, { once: true });
    const onError = (error: NodeJS.ErrnoException) => settle(failure(phase, address, error.code ?? error.message));
    // Stays for ever: an error that nobody waits for must not end the process.
    socket.on("error", onError);
    socket.once("close", () => settle({ kind: "failed", why: "closed by the other side" }));
    const ask = () => {
      phase = "http";
      const asking = request({
        createConnection: () => socket,
        method: post ? "POST" : "GET",
        path: question.path,
        maxHeaderSize: 16_384,
        headers: {
          host: authority(question),
          accept: question.accept,
          connection: "close",
          ...(post ? { ...post.headers, "content-length": String(Buffer.byteLength(post.body)) } : {}),
        },
      });
      asking.on("error", onError);
      asking.on("response", async (message) => settle(await read(message, address, question.maxBytes)));
      asking.end(post?.body);
    };
    socket.once("connect", () => {
      if (plain) ask();
      else phase = "handshake";
    });
    socket.once("secureConnect", () => {
      const trouble = certificateTrouble(socket as TLSSocket, host);
      if (trouble) settle({ kind: "tls", address, detail: trouble });
      else ask();
    });
  });
}

function failure(phase: Phase, address: IpAddress, code: string): HttpsExchange {
  if (phase === "dialling" && code === "ECONNREFUSED") return { kind: "closed", address };
  if (phase === "handshake" && /^(?:EPROTO|ERR_SSL)/.test(code)) return { kind: "tls", address, detail: code };
  if (phase === "http" && code.startsWith("HPE_")) return { kind: "not-http", address, detail: code };
  return { kind: "failed", why: code };
}

/** The host and, where it is not the scheme's own, the port (RFC 9110 section 7.2). */
function authority({ host, plain, port = 443 }: HttpsQuestion): string {
  const named = isIP(host) === 6 ? `[${host}]` : host;
  return port === (plain ? 80 : 443) ? named : `${named}:${port}`;
}

function certificateTrouble(socket: TLSSocket, host: string): string | undefined {
  // The declared type is Error; what is there is OpenSSL's code.
  if (!socket.authorized) return String(socket.authorizationError ?? "unknown");
  const mismatch = checkServerIdentity(host, socket.getPeerCertificate()) as NodeJS.ErrnoException | undefined;
  return mismatch && (mismatch.code ?? mismatch.message);
}

/** The body, as far as it is wanted. One that breaks off in the middle is not taken for a whole one. */
async function read(message: IncomingMessage, address: IpAddress, maxBytes: number): Promise<HttpsExchange> {
  const mediaType = message.headers["content-type"]?.split(";")[0]?.trim().toLowerCase().slice(0, 100);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBytes) break;
    }
  } catch (error) {
    return { kind: "failed", why: (error as NodeJS.ErrnoException).code ?? "broken off" };
  }
  return {
    kind: "response",
    address,
    status: message.statusCode ?? 0,
    ...(mediaType ? { mediaType } : {}),
    ...(message.headers.location ? { location: message.headers.location } : {}),
    body: Buffer.concat(chunks).toString("latin1", 0, maxBytes),
    cut: length > maxBytes,
  };
}
