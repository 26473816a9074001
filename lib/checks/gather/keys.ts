import type { Vantage } from "../facts/vantage.ts";

/** The operator's keys, which some lists want as a part of the name that is asked for. */
export const keysOf = ({ spamhausKey, abusixKey }: Vantage): string[] =>
  [spamhausKey, abusixKey].filter((key) => key !== undefined);

/** Text without them: no reader ever sees a key. */
export const withoutKeys = (text: string, keys: readonly string[]): string =>
  keys.reduce((left, key) => left.replaceAll(key, "key").replaceAll(key.toLowerCase(), "key"), text);
