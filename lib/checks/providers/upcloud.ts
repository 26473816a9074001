import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const upcloud = defineProvider({
  id: "upcloud",
  name: "UpCloud",
  recognise: { ptr: [/^\d{1,3}(?:-\d{1,3}){3}\.[a-z]{2}-[a-z]{3}\d\.upcloud\.host$/], asns: [202053] },
  guides: [
    {
      where: "server → Network",
      panel: [text`Open the server, then Network, and enter the reverse DNS name of the address.`],
      cli: ["upctl ip-address modify {address} --ptr-record {name}"],
      restrictions: [],
      forwardFirst: false,
      source: { label: "UpCloud's upctl", url: "https://github.com/UpCloudLtd/upcloud-cli", read: READ },
    },
  ],
});
