import { PARTIES } from "../lib/checks/parties.ts";
import type { Party as PartyName } from "../lib/checks/signal.ts";

/** Who has to act: "— **you**, at the DNS host of …". */
export function Party({ who }: { readonly who: PartyName }) {
  const words = PARTIES[who];
  const end = words.search(/[,:]|$/);
  return (
    <span className="party">
      — <b>{words.slice(0, end)}</b>
      {words.slice(end)}
    </span>
  );
}
