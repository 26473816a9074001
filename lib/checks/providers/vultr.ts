import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const vultr = defineProvider({
  id: "vultr",
  name: "Vultr",
  recognise: { ptr: [/^(?:\d{1,3}\.){4}vultrusercontent\.com$/], asns: [20473] },
  guides: [
    {
      where: "instance → Settings",
      panel: [
        text`Open the instance, then Settings, then IPv4 or IPv6.`,
        text`Enter the name in the Reverse DNS column of the address.`,
      ],
      cli: ["vultr-cli instance reverse-dns set-ipv4 INSTANCE_ID --ip {address} --entry {name}"],
      restrictions: [text`For an IPv6 address the command is ${"set-ipv6"} instead of ${"set-ipv4"}.`],
      forwardFirst: false,
      source: { label: "vultr-cli", url: "https://github.com/vultr/vultr-cli", read: READ },
    },
  ],
});
