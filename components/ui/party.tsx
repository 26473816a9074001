import { PARTIES, type Party as PartyName } from "../../lib/checks/view.ts";

/** Who has to act: "**you**, at the DNS host of …". */
export function Party({ who }: { readonly who: PartyName }) {
  const end = endOfName(who);
  return (
    <>
      <b>{PARTIES[who].slice(0, end)}</b>
      {PARTIES[who].slice(end)}
    </>
  );
}

const endOfName = (who: PartyName): number => PARTIES[who].search(/[,:]|$/);
