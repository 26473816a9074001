import type { Party } from "../define/signal.ts";

/** Who has to act, in the reader's words. */
export const PARTIES: Readonly<Record<Party, string>> = {
  "address-owner": "the owner of the address: your provider or ISP",
  "reverse-dns": "you, at the DNS host of the reverse zone",
  "forward-dns": "you, at the DNS host of the mail server's name",
  server: "you, on the mail server",
  "sender-dns": "you, at the DNS host of the sending domain",
  list: "you, at the list's own site",
  us: "nobody: check again later",
};
