import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const godaddy = defineProvider({
  id: "godaddy",
  name: "GoDaddy",
  recognise: {},
  guides: [
    {
      ticket: text`For a dedicated server, ask GoDaddy's support to set the name.`,
      restrictions: [
        text`Only dedicated servers can have custom reverse DNS; shared hosting and GoDaddy's mail cannot.`,
      ],
      forwardFirst: false,
      source: { label: "GoDaddy Help", url: "https://www.godaddy.com/help/2585", read: READ },
    },
  ],
});
