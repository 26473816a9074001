import { PARTIES, type Party as PartyName, prose, type Text } from "../../lib/checks/view.ts";
import { RichText } from "./rich-text.tsx";

/** Who has to act: "**you**, at the DNS host of …". */
export const Party = ({ who }: { readonly who: PartyName }) => <PartyByName>{prose(PARTIES[who])}</PartyByName>;

/** The same where who that is has a name: "**Hetzner**, whose customer you are: Robot → IPs". */
export function PartyByName({ children: by }: { readonly children: Text }) {
  const { name, rest } = partyOf(by);
  if (rest.length === 0) return <RichText>{name}</RichText>;
  return (
    <>
      <b>
        <RichText>{name}</RichText>
      </b>
      <RichText>{rest}</RichText>
    </>
  );
}

/** Who that is, and what else is said of them. */
export function partyOf(by: Text): { readonly name: Text; readonly rest: Text } {
  const at = by.findIndex((part) => "prose" in part && ENDS_NAME.test(part.prose));
  const part = by[at];
  if (!part || !("prose" in part)) return { name: by, rest: [] };
  const end = part.prose.search(ENDS_NAME);
  return {
    name: [...by.slice(0, at), ...prose(part.prose.slice(0, end))],
    rest: [...prose(part.prose.slice(end)), ...by.slice(at + 1)],
  };
}

const ENDS_NAME = /[,:]/;
