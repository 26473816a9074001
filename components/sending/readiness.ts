import type { SendingPlan, Status } from "../../lib/checks/view.ts";

/** The tone of an answer. What is not ready is a warning: nobody sends from there yet. */
export const READINESS_TONES: Readonly<Record<SendingPlan["readiness"], Status>> = {
  ready: "pass",
  "not-ready": "warn",
  unknown: "unknown",
};
