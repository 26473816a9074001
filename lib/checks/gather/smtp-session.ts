import { defineGatherer } from "./gatherer.ts";

/** The SMTP session with the address, under the host name asked for where there is one. */
export const smtp = defineGatherer<"smtp">()({
  needs: ["address", "asked"],
  gather: ({ address, asked }, gathering) => gathering.smtp(address, asked),
});
