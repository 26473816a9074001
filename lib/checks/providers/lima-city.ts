import { defineProvider, READ } from "../define/provider.ts";
import { asName } from "../net/domain-name.ts";
import { text } from "../net/safe-text.ts";

export const limaCity = defineProvider({
  id: "lima-city",
  name: "lima-city (trafficplex)",
  recognise: { ptr: [/^[a-z0-9-]+\.trafficplex\.cloud$/], zone: [asName("trafficplex.cloud")] },
  guides: [
    {
      where: "the server's host name",
      panel: [text`Set the server's host name to the full name: the PTR record follows it.`],
      restrictions: [
        text`A host name of one label gives a name under ${"trafficplex.cloud"}, whose forward record matches by itself.`,
      ],
      forwardFirst: false,
      source: { label: "lima-city help", url: "https://www.lima-city.de/hilfe", read: READ },
    },
  ],
});
