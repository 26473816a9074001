import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const exoscale = defineProvider({
  id: "exoscale",
  name: "Exoscale",
  recognise: { asns: [61098] },
  guides: [
    {
      where: "instance → Reverse DNS",
      panel: [text`Open the instance and enter the name under Reverse DNS.`],
      cli: ["exo compute instance update INSTANCE --reverse-dns {name}"],
      restrictions: [text`For an Elastic IP the command is ${"exo compute elastic-ip update"} with the same option.`],
      forwardFirst: false,
      source: { label: "Exoscale's exo", url: "https://github.com/exoscale/cli", read: READ },
    },
  ],
});
