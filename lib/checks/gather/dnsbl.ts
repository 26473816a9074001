import { ADDRESS_LISTS } from "../formats/dnsbl/address-lists.ts";
import { ALLOW_LISTS } from "../formats/dnsbl/allow-lists.ts";
import { NAME_LISTS } from "../formats/dnsbl/name-lists.ts";
import { askLists } from "./dnsbl/ask-lists.ts";
import { questionsAbout, questionsAboutNames } from "./dnsbl/questions.ts";
import { defineGatherer } from "./gatherer.ts";

/** What the blocklists say of the address. */
export const dnsbl = defineGatherer<"dnsbl">()({
  needs: ["address"],
  gather: ({ address }, gathering) => askLists(questionsAbout(address, ADDRESS_LISTS), gathering),
});

/** What the lists of good senders say of it. */
export const dnswl = defineGatherer<"dnswl">()({
  needs: ["address"],
  gather: ({ address }, gathering) => askLists(questionsAbout(address, ALLOW_LISTS), gathering),
});

/** What the blocklists of names say of the names in its mail. */
export const nameLists = defineGatherer<"nameLists">()({
  needs: ["senderNames"],
  gather: async ({ senderNames }, gathering) => ({
    names: senderNames,
    results: await askLists(questionsAboutNames(senderNames.names, NAME_LISTS), gathering),
  }),
});
