import { type PresentedEvent, plain } from "../../checks/index.ts";

/** An event as programs read it: in the API and in messages. */
export const eventJson = ({ at, outcome, status, says, met, report }: PresentedEvent) => ({
  ...{ at, outcome, status, says: plain(says), met },
  ...(report ? { report } : {}),
});
