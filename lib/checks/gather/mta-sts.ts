import type { MtaSts } from "../facts/receiving.ts";
import { isStsRecord } from "../formats/receiving/mta-sts.ts";
import { asName, type DomainName } from "../net/domain-name.ts";
import { askAlias } from "./alias-beside.ts";
import { defineGatherer, type Gathering } from "./gatherer.ts";
import { httpsGet } from "./https.ts";

/** The record that says a policy exists, and the policy. */
export const mtaSts = defineGatherer<"mtaSts">()({
  needs: ["sender"],
  async gather({ sender: { domain } }, gathering): Promise<MtaSts | undefined> {
    if (!domain) return undefined;
    const record = await gathering.dns.ask(asName(`_mta-sts.${domain}`), "TXT");
    if (record.kind !== "answer" || !record.records.some(isStsRecord)) return { domain, record };
    const [beside, policy] = await Promise.all([askAlias(record, gathering.dns), fetchPolicy(domain, gathering)]);
    return { domain, record, ...beside, policy };
  },
});

const fetchPolicy = (domain: DomainName, gathering: Gathering) =>
  httpsGet(
    {
      host: asName(`mta-sts.${domain}`),
      path: "/.well-known/mta-sts.txt",
      accept: "text/plain",
      // RFC 8461 section 3.3: senders may limit what they read, and 64 KiB is what it suggests.
      maxBytes: 65_536,
      ms: 10_000,
    },
    gathering,
  );
