import { FIFTH_LOT } from "./fifth-lot.ts";
import { FIRST_LOT } from "./first-lot.ts";
import { FOURTH_LANGUAGES_LOT } from "./fourth-languages-lot.ts";
import { FOURTH_LOT } from "./fourth-lot.ts";
import { LANGUAGES_LOT } from "./languages-lot.ts";
import { RECEIVERS_LOT } from "./receivers-lot.ts";
import type { Sample } from "./sample.ts";
import { SECOND_LANGUAGES_LOT } from "./second-languages-lot.ts";
import { SECOND_LOT } from "./second-lot.ts";
import { SECOND_RECEIVERS_LOT } from "./second-receivers-lot.ts";
import { THIRD_LANGUAGES_LOT } from "./third-languages-lot.ts";

export const SAMPLES: readonly Sample[] = [
  ...FIRST_LOT,
  ...SECOND_LOT,
  ...LANGUAGES_LOT,
  ...RECEIVERS_LOT,
  ...SECOND_LANGUAGES_LOT,
  ...SECOND_RECEIVERS_LOT,
  ...THIRD_LANGUAGES_LOT,
  ...FOURTH_LOT,
  ...FIFTH_LOT,
  ...FOURTH_LANGUAGES_LOT,
];
