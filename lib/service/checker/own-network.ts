import type { Text } from "../../checks/index.ts";
import { shared } from "../shared.ts";
import { checker } from "./checker.ts";

const latest = () => shared("own-network", (): { faults: readonly Text[] } => ({ faults: [] }));

/** Looks at our resolvers and at port 25; says what does not work, and what the operator can set. */
export async function lookAtOwnNetwork(): Promise<readonly Text[]> {
  latest().faults = await checker().lookAtOwnNetwork();
  return latest().faults;
}

/** What did not work at the latest look. */
export const ownFaults = (): readonly Text[] => latest().faults;
