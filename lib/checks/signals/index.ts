import type { Signal } from "../signal.ts";
import { ehloName } from "./ehlo-name.ts";
import { greetingName } from "./greeting-name.ts";
import { heloSpf } from "./helo-spf.ts";
import { hostAddresses } from "./host-addresses.ts";
import { smtpReachable } from "./smtp-reachable.ts";
import { spf } from "./spf.ts";
import { spfRecord } from "./spf-record.ts";
import { starttls } from "./starttls.ts";

/** Every signal, in the order of the scorecard. A new signal is one file and one line here. */
export const signals: readonly Signal[] = [
  hostAddresses,
  smtpReachable,
  greetingName,
  ehloName,
  starttls,
  spf,
  spfRecord,
  heloSpf,
];
