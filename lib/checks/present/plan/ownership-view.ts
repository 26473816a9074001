import type { Evidence } from "../../define/signal.ts";
import type { Text } from "../../net/safe-text.ts";
import type { Remedy } from "../../report/report.ts";
import { forwardOwnerSays, GREETING_OWNER, ptrOwnerSays } from "./ownership-words.ts";

/** Who can change one of the three things, in words and with what it rests on. */
export interface PresentedOwner {
  /** A permanent code: see `derive/zone-holders.ts`. The greeting has one owner only, `operator`. */
  readonly outcome: string;
  readonly says: Text;
  readonly evidence: Evidence;
}

/** Who can change what about one server. */
export interface PresentedOwnership {
  readonly subject: string;
  /** The name it should have; absent where nobody has named it. */
  readonly name?: string;
  readonly ptr: PresentedOwner;
  readonly forward: PresentedOwner;
  readonly greeting: PresentedOwner;
}

export const presentOwnership = ({ subject, wanted, owners: { ptr, forward } }: Remedy): PresentedOwnership => ({
  subject,
  ...(wanted ? { name: wanted.name } : {}),
  ptr: { ...ptr, says: ptrOwnerSays(ptr.outcome, ptr.evidence) },
  forward: { ...forward, says: forwardOwnerSays(forward.outcome, forward.evidence) },
  greeting: { outcome: "operator", says: GREETING_OWNER, evidence: {} },
});
