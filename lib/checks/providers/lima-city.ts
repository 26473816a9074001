import { asName } from "../name.ts";
import { defineProvider, READ } from "../provider.ts";
import { text } from "../text.ts";

export const limaCity = defineProvider({
  id: "lima-city",
  name: "lima-city (trafficplex)",
  recognise: { ptr: [/^[a-z0-9-]+\.trafficplex\.cloud$/], zone: [asName("trafficplex.cloud")] },
  guides: [
    {
      panel: [text`Set the server's host name to the full name: the PTR record follows it.`],
      restrictions: [
        text`A host name of one label gives a name under ${"trafficplex.cloud"}, whose forward record matches by itself.`,
      ],
      forwardFirst: false,
      source: { label: "lima-city help", url: "https://www.lima-city.de/hilfe", read: READ },
    },
  ],
});
