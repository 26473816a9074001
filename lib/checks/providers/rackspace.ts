import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const rackspace = defineProvider({
  id: "rackspace",
  name: "Rackspace",
  recognise: {},
  guides: [
    {
      api: ["PUT /v1.0/ACCOUNT/rdns"],
      restrictions: [text`The device that holds the address must be yours.`],
      forwardFirst: false,
      source: { label: "Rackspace Cloud DNS documentation", url: "https://docs.rackspace.com/", read: READ },
    },
  ],
});
