import type { SenderNames } from "../../facts/lists.ts";
import type { List } from "../../formats/dnsbl/list.ts";
import { family, type IpAddress, parseAddress, reverseLabels } from "../../net/address.ts";
import { type DomainName, isHostname, organisationalDomain } from "../../net/domain-name.ts";
import type { ListQuestion } from "./ask-lists.ts";

/** RFC 5782 sections 2.1 and 2.4 with the test entries of section 5. */
export function questionsAbout(address: IpAddress, lists: readonly List[]): ListQuestion[] {
  const of = family(address);
  const [entry, never] = of === 4 ? ["127.0.0.2", "127.0.0.1"] : ["::ffff:127.0.0.2", "::ffff:127.0.0.1"];
  return lists
    .filter((list) => list.families.includes(of))
    .map((list) => ({
      list,
      about: address,
      labels: reverseLabels(address),
      entries: [labelsOf(entry)],
      never: labelsOf(never),
    }));
}

/**
 * Section 4: lists of host names are asked for the name as it is, lists of domains for its organisational domain, each
 * once. Names that cannot be a host's are on no list.
 */
export function questionsAboutNames(names: SenderNames["names"], lists: readonly List[]): ListQuestion[] {
  return lists.flatMap((list) => {
    const asked = names.flatMap(
      ({ name }) => (list.about === "host" ? hostOf(name) : organisationalDomain(name)) ?? [],
    );
    return [...new Set(asked)]
      .filter((name) => isHostname(name) && name.length + list.zone.length < 180)
      .map((name) => ({
        list,
        about: name,
        labels: name,
        entries: ["test", ...(list.testName ? [list.testName] : [])],
        never: "invalid",
      }));
  });
}

const hostOf = (name: DomainName): DomainName | undefined => (isHostname(name) ? name : organisationalDomain(name));

function labelsOf(text: string): string {
  const address = parseAddress(text);
  if (!address) throw new Error(`not an address: ${text}`);
  return reverseLabels(address);
}
