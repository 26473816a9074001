import { defineGatherer } from "./gatherer.ts";

/** The vantage's clock: judges have none. */
export const now = defineGatherer<"now">()({
  needs: [],
  gather: async (_facts, { vantage }) => vantage.now(),
});
