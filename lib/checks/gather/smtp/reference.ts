import type { Resolver } from "../dns/client.ts";
import type { ResolveHost } from "./port25.ts";

/** Finds the reference host through the vantage's resolver. The question is in nobody's evidence, but is paid for. */
export function resolveBy(resolver: Resolver): ResolveHost {
  return async (host, family, { spendQuestion }) => {
    const dns = resolver.client({ signal: new AbortController().signal, record: () => {}, spend: spendQuestion });
    const lookup = await dns.ask(host, family === 4 ? "A" : "AAAA");
    return lookup.kind === "answer" ? lookup.records[0] : undefined;
  };
}
