import type { Party } from "../define/signal.ts";
import { prose, type Text } from "../net/safe-text.ts";

/** Who has to act, in the reader's words. */
export const PARTIES: Readonly<Record<Party, string>> = {
  "address-owner": "the owner of the address: your provider or ISP",
  "reverse-dns": "you, at the DNS host of the reverse zone",
  "forward-dns": "you, at the DNS host of the mail server's name",
  server: "you, on the mail server",
  "sender-dns": "you, at the DNS host of the sending domain",
  "web-server": "you, on the web server of the policy",
  list: "you, at the list's own site",
  us: "nobody: check again later",
};

/** What a sender beside a shared one needs. */
export const BESIDE_SHARED: Text = prose(
  "A server of your own that also sends needs its own PTR record: check its address as well.",
);
