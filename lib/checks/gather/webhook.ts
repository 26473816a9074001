import { recordsOf } from "../facts/lookup.ts";
import type { Vantage } from "../facts/vantage.ts";
import { type IpAddress, isInside, parseAddress } from "../net/address.ts";
import { type DomainName, isHostname, parseName } from "../net/domain-name.ts";
import { specialName } from "../net/special-names.ts";
import type { Gathering } from "./gatherer.ts";
import { exchangeWithOne } from "./https.ts";

/** Where a message can be sent to, or why not. `why` ends a sentence that begins with the host. */
export type WebhookPlace =
  | { readonly kind: "known"; readonly addresses: readonly IpAddress[] }
  /** The address, or the scheme for it, is not one that we send to. */
  | { readonly kind: "refused"; readonly why: string }
  /** It has no address now, or DNS did not answer: that may change. */
  | { readonly kind: "open"; readonly why: string };

/** What became of one message. */
export type Delivery =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "failed"; readonly why: string };

const MAX_URL = 1_000;
/** What the receiver of a message may answer is not looked at beyond its status. */
const MAX_ANSWER = 4_096;
const DELIVERY_MS = 15_000;

/** A URL to which messages may be sent, as far as it says itself; undefined for what is none. */
export function readWebhookUrl(text: string): URL | undefined {
  const url = text.length <= MAX_URL ? URL.parse(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) return undefined;
  const { host } = hostOf(url);
  return host === undefined ? undefined : url;
}

/**
 * The addresses behind a URL that the guard lets us dial. One that is not public is refused, whatever else the name has.
 * Without TLS only the ranges that the operator has named may be asked.
 */
export async function webhookPlace(
  url: URL,
  { dns, vantage }: Pick<Gathering, "dns" | "vantage">,
): Promise<WebhookPlace> {
  const { host, address } = hostOf(url);
  if (address) return judged([address], url, vantage);
  if (!host) return { kind: "refused", why: "is no host name" };
  if (host === "localhost") return judged(LOOPBACK, url, vantage);
  if (specialName(host) && !vantage.zones?.some((zone) => host === zone || host.endsWith(`.${zone}`)))
    return { kind: "refused", why: "is not a public host name" };
  const [a, aaaa] = await Promise.all([dns.ask(host, "A"), dns.ask(host, "AAAA")]);
  const all = [a, aaaa].flatMap((lookup) => (lookup.kind === "failed" ? [] : recordsOf<IpAddress>(lookup)));
  if (all.length > 0) return judged(all, url, vantage);
  return [a, aaaa].some(({ kind }) => kind === "failed")
    ? { kind: "open", why: "could not be looked up in DNS" }
    : { kind: "open", why: "has no address in DNS" };
}

/** What the name stands for wherever it is said (RFC 6761 section 6.3). */
const LOOPBACK = [parseAddress("127.0.0.1")].filter((address) => address !== undefined);

function judged(all: readonly IpAddress[], url: URL, vantage: Vantage): WebhookPlace {
  const addresses = [...new Set(all)];
  const named = (address: IpAddress) => vantage.allowed.some((range) => isInside(address, range));
  for (const address of addresses) {
    const permission = vantage.guard(address);
    if (!permission.allowed) return { kind: "refused", why: `is not a public address (${permission.block.name})` };
  }
  if (addresses.every(named)) return { kind: "known", addresses };
  if (url.protocol !== "https:") return { kind: "refused", why: "has to be reached by https" };
  if (!isUsual(portOf(url))) return { kind: "refused", why: "has to be reached on port 443 or above 1023" };
  return { kind: "known", addresses };
}

/** Below 1024 other services listen, which a stranger's request is not to reach. */
const isUsual = (port: number): boolean => port === 443 || port > 1023;

/**
 * Sends a body to a URL: the addresses are looked up and judged anew each time, the one that was judged is dialled, the
 * certificate has to hold, no redirect is followed, time and size are bounded. Never rejects.
 */
export async function postTo(
  url: URL,
  post: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  gathering: Pick<Gathering, "dns" | "vantage" | "signal" | "budget">,
): Promise<Delivery> {
  const place = await webhookPlace(url, gathering);
  const { host, address } = hostOf(url);
  const called = address ?? host;
  if (place.kind !== "known" || !called) return { kind: "failed", why: place.kind === "known" ? "no host" : place.why };
  const exchange = await exchangeWithOne(
    place.addresses,
    {
      host: called,
      port: portOf(url),
      plain: url.protocol === "http:",
      path: `${url.pathname}${url.search}`,
      accept: "*/*",
      maxBytes: MAX_ANSWER,
      ms: DELIVERY_MS,
      post,
    },
    gathering,
  );
  switch (exchange.kind) {
    case "response":
      return { kind: "answered", status: exchange.status };
    case "closed":
      return { kind: "failed", why: "refused the connection" };
    case "tls":
      return { kind: "failed", why: `has a certificate that does not hold (${exchange.detail})` };
    case "not-http":
      return { kind: "failed", why: "does not speak HTTP" };
    case "failed":
      return { kind: "failed", why: `did not answer (${exchange.why})` };
    default:
      return { kind: "failed", why: "has no address that we may ask" };
  }
}

const portOf = ({ port, protocol }: URL): number => (port ? Number(port) : protocol === "https:" ? 443 : 80);

/** The host of a URL: an address, or a name. */
function hostOf({ hostname }: URL): { readonly host?: DomainName; readonly address?: IpAddress } {
  const address = parseAddress(hostname.replace(/^\[|\]$/g, ""));
  if (address) return { address, host: hostname as DomainName };
  const host = parseName(hostname);
  return host && isHostname(host) ? { host } : {};
}
