/** The jobs of watches: a look, the report of what a look saw changed, a message about it, and tidying up. */
export const LOOKS = "watches";
export const CHECKS = "watches-checks";
export const WEBHOOKS = "watches-webhooks";
export const TIDYING = "watches-tidying";

/** How long a message waits before each try after the first, in seconds: ten hours in all, as Standard Webhooks advises. */
const WAITS = [5, 30, 300, 1_800, 7_200, 25_200];

/** How long a message waits that was sent in vain so often, in milliseconds; undefined: it is sent no more. */
export const waitBefore = (tries: number): number | undefined => [0, ...WAITS].map((seconds) => 1000 * seconds)[tries];
