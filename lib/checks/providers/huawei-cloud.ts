import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const huaweiCloud = defineProvider({
  id: "huawei-cloud",
  name: "Huawei Cloud, Open Telekom Cloud",
  recognise: { ptr: [/^ecs(?:-\d{1,3}){4}\.compute\.hwclouds-dns\.com$/], asns: [136907, 55990] },
  guides: [
    {
      where: "DNS → PTR Records",
      panel: [text`Open DNS, then PTR Records, and choose Create.`],
      api: ["PATCH /v2/reverse/floatingips/REGION:FLOATINGIP_ID"],
      restrictions: [text`Only for elastic IP addresses.`],
      forwardFirst: false,
      source: {
        label: "Huawei Cloud DNS API",
        url: "https://support.huaweicloud.com/intl/en-us/api-dns/dns_api_70004.html",
        read: READ,
      },
    },
  ],
});
