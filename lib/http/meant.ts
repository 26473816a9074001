import { type Meant, readMeant } from "../inbound/log/table.ts";
import { checker } from "../service/checker/checker.ts";
import { vantage } from "../service/service-vantage.ts";

/** As many names as are looked up for one text. */
const MOST_NAMES = 4;
/** How long a page waits for them, in milliseconds. */
const PATIENCE_MS = 4_000;

/**
 * What somebody says to send from: addresses as they stand, and those that names have now. Only our own resolvers are asked;
 * a name that has no address in time is among `unresolved`.
 */
export async function meantBy(field: string): Promise<Meant> {
  const { addresses, names } = readMeant(field);
  const { isOptedOut } = vantage();
  const asked = names.filter((name) => !isOptedOut?.(name)).slice(0, MOST_NAMES);
  const found = await Promise.all(asked.map((name) => inTime(checker().addressesOf(name))));
  return {
    names,
    addresses: [...new Set([...addresses, ...found.flatMap((one) => one?.addresses ?? [])])],
    unresolved: names.filter((name) => !found[asked.indexOf(name)]?.addresses.length),
    unanswered: names.filter((name) => !found[asked.indexOf(name)]?.complete),
  };
}

const inTime = <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined).unref())]);
