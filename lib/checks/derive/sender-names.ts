import type { NameRole, SenderNames } from "../facts/lists.ts";
import type { DomainName } from "../net/domain-name.ts";
import { defineFinding } from "./define.ts";

/** More PTR names than receivers look at. */
const MAX_PTR = 2;

/** The names that mail from this address shows: its PTR names, its EHLO name, the domain it sends as. */
export const senderNames = defineFinding<"senderNames">()({
  needs: ["reverse", "heloIdentity", "sender"],
  shows: [],
  derive({ reverse, heloIdentity, sender }): SenderNames {
    const roles = new Map<DomainName, NameRole[]>();
    const add = (name: DomainName | undefined, role: NameRole) => {
      // A name of one label is on nobody's list.
      if (name?.includes(".")) roles.set(name, [...(roles.get(name) ?? []), role]);
    };
    for (const name of reverse.kind === "answer" ? reverse.records.slice(0, MAX_PTR) : []) add(name, "ptr");
    add(heloIdentity.domain, "ehlo");
    add(sender.domain, "sender");
    return {
      names: [...roles].map(([name, of]) => ({ name, roles: of })),
      open: [
        ...(reverse.kind === "failed" ? [reverse] : []),
        ...[heloIdentity, sender].flatMap((each) =>
          each.domain === undefined && each.why === "failed" ? [each.lookup] : [],
        ),
      ],
    };
  },
});
