import type { Text } from "../../checks/index.ts";
import { shared } from "../shared.ts";
import { checker } from "./checker.ts";

interface Latest {
  faults: readonly Text[];
  readonly told: Set<() => void>;
}
const latest = (): Latest => shared("own-network", () => ({ faults: [], told: new Set() }));

/** Looks at our resolvers and at port 25; says what does not work, and what the operator can set. */
export async function lookAtOwnNetwork(): Promise<readonly Text[]> {
  const before = ownFaultsMark();
  latest().faults = await checker().lookAtOwnNetwork();
  if (ownFaultsMark() !== before) for (const tell of latest().told) tell();
  return latest().faults;
}

/** Has somebody told whenever other things do not work than before: the first page says which. */
export const whenOwnFaultsChange = (tell: () => void): unknown => latest().told.add(tell);

/** What did not work at the latest look. */
export const ownFaults = (): readonly Text[] => latest().faults;

/** The same as a text to be compared; empty where all works. */
export const ownFaultsMark = (): string => (ownFaults().length === 0 ? "" : JSON.stringify(ownFaults()));
