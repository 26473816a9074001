import { defineProvider, READ } from "../define/provider.ts";
import { asName } from "../net/domain-name.ts";
import { text } from "../net/safe-text.ts";

export const hetzner = defineProvider({
  id: "hetzner",
  name: "Hetzner",
  recognise: {
    ptr: [/^static\.(?:\d{1,3}\.){4}clients\.your-server\.de$/],
    zone: [asName("your-server.de")],
    asns: [24940, 213230, 212317],
  },
  guides: [
    {
      product: "Cloud servers",
      where: "Cloud Console → Networking",
      panel: [
        text`In the Console open the server, then Networking.`,
        text`Open the menu (…) of the address and choose Edit reverse DNS.`,
      ],
      cli: ["hcloud server set-rdns --ip {address} --hostname {name} SERVER"],
      restrictions: [
        text`The forward record is not checked; publish it first anyway.`,
        text`For IPv6, set the name for single addresses of the /64.`,
        text`For a primary IP, a floating IP or a load balancer use ${"hcloud primary-ip set-rdns"}, ${"hcloud floating-ip set-rdns"} or ${"hcloud load-balancer set-rdns"}.`,
      ],
      forwardFirst: false,
      source: { label: "Hetzner's hcloud", url: "https://github.com/hetznercloud/cli", read: READ },
    },
    {
      product: "Dedicated servers (Robot)",
      where: "Robot → IPs",
      panel: [
        text`In Robot open the server, then IPs.`,
        text`Click the pencil in the reverse DNS column of the address and enter the name.`,
      ],
      restrictions: [],
      forwardFirst: false,
      source: { label: "Hetzner Docs", url: "https://docs.hetzner.com/", read: READ },
    },
  ],
});
