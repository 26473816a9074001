import { defineGatherer } from "./gatherer.ts";

/** The one SMTP session with the address. */
export const smtp = defineGatherer<"smtp">()({
  needs: ["address"],
  gather: ({ address }, gathering) => gathering.smtp(address),
});
