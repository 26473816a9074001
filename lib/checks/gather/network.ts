import type { Network, Origin, Registration } from "../facts/network.ts";
import { asNumberName, originName, readAsName, readOrigins } from "../formats/network/cymru.ts";
import { readRdapNetwork } from "../formats/network/rdap.ts";
import { rdapServiceFor, rdapServices } from "../formats/network/registries.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { defineGatherer, type Gathering } from "./gatherer.ts";
import { httpsGet } from "./https.ts";
import { registrationOnce } from "./registrations.ts";

/** All of this is an extra: after so long it goes without, however far it has come. */
const DEADLINE_MS = 1500;
/** A registry sends another one's addresses on, and that one perhaps to where they were moved. */
const MAX_REDIRECTS = 2;
const MAX_BYTES = 256 * 1024;

/** The network an address is in. Both sources are asked at once, and neither is waited for beyond the deadline. */
export const network = defineGatherer<"network">()({
  needs: ["address"],
  async gather({ address }, gathering): Promise<Network> {
    // What waits behind other questions of ours has not been asked yet.
    await gathering.turn?.();
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const name = originName(address);
    const late = { name, type: "TXT", kind: "failed", reason: "timeout" } as const;
    const signal = AbortSignal.any([gathering.signal, deadline]);
    const [origin, registration] = await Promise.all([
      orWhenLate<Origin>(deadline, originOf(address, gathering.dns), { kind: "failed", lookup: late }),
      orWhenLate<Registration>(deadline, registrationOf(address, { ...gathering, signal }), {
        kind: "failed",
        why: "timeout",
        source: rdapServiceFor(address)?.host ?? "",
      }),
    ]);
    return { origin, registration };
  },
});

/** `work`, or `otherwise` when the deadline comes first. What is under way then ends on its own and changes nothing. */
async function orWhenLate<T>(deadline: AbortSignal, work: Promise<T>, otherwise: T): Promise<T> {
  const late = new Promise<T>((resolve) => {
    deadline.addEventListener("abort", () => resolve(otherwise), { once: true });
  });
  return Promise.race([work, late]);
}

async function originOf(address: IpAddress, dns: Gathering["dns"]): Promise<Origin> {
  const lookup = await dns.ask(originName(address), "TXT");
  if (lookup.kind === "failed") return { kind: "failed", lookup };
  if (lookup.kind !== "answer") return { kind: "not-announced" };
  const origin = readOrigins(lookup.records);
  const [asn] = origin?.asns ?? [];
  if (!origin || asn === undefined) {
    return { kind: "failed", lookup: { name: lookup.name, type: "TXT", kind: "failed", reason: "malformed" } };
  }
  const named = await dns.ask(asNumberName(asn), "TXT");
  const asName = named.kind === "answer" ? readAsName(named.records) : undefined;
  return { kind: "announced", ...origin, ...(asName ? { asName } : {}) };
}

type HttpsGathering = Parameters<typeof httpsGet>[1];

async function registrationOf(address: IpAddress, gathering: HttpsGathering): Promise<Registration> {
  const service = rdapServiceFor(address);
  if (!service) return { kind: "failed", why: "no registry is known for it", source: "" };
  const { signal, vantage } = gathering;
  const found = await registrationOnce(address, vantage, async () => {
    if (signal.aborted) return undefined;
    const said = await askRegistry(service.host, `${service.base}ip/${address}`, MAX_REDIRECTS, gathering);
    return said.kind === "failed" && signal.aborted ? undefined : said;
  });
  return found ?? { kind: "failed", why: "timeout", source: service.host };
}

async function askRegistry(
  host: DomainName,
  path: string,
  redirects: number,
  gathering: HttpsGathering,
): Promise<Registration> {
  const failed = (why: string): Registration => ({ kind: "failed", why, source: host });
  const exchange = await httpsGet(
    { host, path, accept: "application/rdap+json", maxBytes: MAX_BYTES, ms: DEADLINE_MS },
    gathering,
  );
  if (exchange.kind !== "response") return failed(exchange.kind === "failed" ? exchange.why : exchange.kind);
  if (exchange.status >= 300 && exchange.status < 400 && redirects > 0) {
    const next = redirection(exchange.location, host, path);
    if (next) return askRegistry(next.host, next.path, redirects - 1, gathering);
  }
  if (exchange.status !== 200) return failed(`HTTP ${exchange.status}`);
  const found = exchange.cut ? undefined : readRdapNetwork(Buffer.from(exchange.body, "latin1").toString("utf8"));
  return found ? { kind: "registered", ...found, source: host } : failed("malformed");
}

/** Where a registry sends us on to: only to a registry, only over HTTPS, only on its ordinary port. */
function redirection(location: string | undefined, host: DomainName, path: string) {
  const url = location === undefined ? null : URL.parse(location, `https://${host}${path}`);
  if (url?.protocol !== "https:" || url.port !== "" || url.username || url.password) return undefined;
  const service = Object.values(rdapServices).find((each) => each.host === url.hostname);
  return service && { host: service.host, path: `${url.pathname}${url.search}` };
}
