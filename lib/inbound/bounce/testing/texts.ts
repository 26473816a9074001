import { FIRST_LOT } from "./first-lot.ts";
import type { Sample } from "./sample.ts";
import { SECOND_LOT } from "./second-lot.ts";

export const SAMPLES: readonly Sample[] = [...FIRST_LOT, ...SECOND_LOT];
