import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const alibabaCloud = defineProvider({
  id: "alibaba-cloud",
  name: "Alibaba Cloud",
  recognise: { asns: [45102, 37963] },
  guides: [
    {
      where: "DNS console → PTR records",
      panel: [text`In the Alibaba Cloud DNS console open PTR records and add one for the address.`],
      restrictions: [
        text`Only for elastic IP addresses and static IPv4 addresses of ECS.`,
        text`Ownership of the domain is verified with a TXT record.`,
        text`It is charged by the day.`,
      ],
      forwardFirst: false,
      source: { label: "Alibaba Cloud documentation", url: "https://www.alibabacloud.com/help/", read: READ },
    },
  ],
});
