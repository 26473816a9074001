import type { BounceReading } from "./read-bounce.ts";

/** Whether a reading is plainly one of a refusal or a delivery, and not of some line of words. */
export const isRefusal = ({ cause, confidence, codes, addressConfidence }: BounceReading): boolean =>
  cause !== "unknown" && (confidence === "high" || codes.reply !== undefined || addressConfidence === "high");
