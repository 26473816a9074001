import type { HeloIdentity } from "../facts/sender.ts";
import type { SentName } from "../findings/server-name.ts";
import type { DomainName } from "../net/domain-name.ts";
import { defineFinding } from "./define.ts";

/** The EHLO name the reader claims, else the one the server answers with, else its PTR name. */
export const heloIdentity = defineFinding<"heloIdentity">()({
  needs: ["reverse", "serverName"],
  shows: [],
  derive({ reverse, serverName: { ehlo } }): HeloIdentity {
    if (ehlo?.origin === "claimed" && !ehlo.name) return { domain: undefined, why: "not-a-name", word: ehlo.text };
    const domain = domainIn(ehlo);
    if (domain) return { domain, origin: ehlo?.origin === "claimed" ? "given" : "ehlo" };
    if (reverse.kind === "failed") return { domain: undefined, why: "failed", lookup: reverse };
    const [name] = reverse.kind === "answer" ? reverse.records : [];
    return name ? { domain: name, origin: "ptr" } : { domain: undefined, why: "no-ptr" };
  },
});

/**
 * The domain that an EHLO argument names. What no host can be called is no name to look SPF up for; a reader's claim is
 * taken at their word. A name without a dot is no domain (RFC 7208 section 4.3).
 */
export const domainIn = (ehlo: SentName | undefined): DomainName | undefined =>
  ehlo?.name?.includes(".") && (ehlo.kind !== "invalid" || ehlo.origin === "claimed") ? ehlo.name : undefined;
