import type { Keeper } from "../keeper.ts";
import { addAddresses } from "../namespace.ts";
import { startExim } from "./exim.ts";
import { startPostfix } from "./postfix.ts";

/** A receiver that looks at identity: at an address of each family, because IPv6 senders need one. */
export interface Way {
  readonly v4: string;
  readonly v6: string;
}
const door = (last: number): Way => ({ v4: `203.0.113.${last}`, v6: `2001:db8:d::${last}` });

/** Where a mail server takes mail under one rule only. */
export const WAYS = {
  "postfix reject_unknown_client_hostname": door(110),
  "postfix reject_unknown_reverse_client_hostname": door(111),
  "postfix all three": door(112),
  "postfix reject_invalid_helo_hostname": door(113),
  "postfix reject_non_fqdn_helo_hostname": door(114),
  "postfix reject_unknown_helo_hostname": door(115),
  "exim verify = reverse_host_lookup": door(116),
  "exim verify = helo": door(117),
} as const;
export type DoorName = keyof typeof WAYS;

const addressesOf = (name: DoorName) => Object.values(WAYS[name]);
const HELO = ["reject_invalid_helo_hostname", "reject_non_fqdn_helo_hostname", "reject_unknown_helo_hostname"] as const;

export async function startStrictPostfix(keeper: Keeper): Promise<void> {
  const behind = (name: DoorName, settings: Record<string, string>) =>
    addressesOf(name).map((address) => ({ address, settings }));
  const client = (restriction: string) => ({ smtpd_client_restrictions: restriction });
  const helo = (restriction: string) => ({ smtpd_helo_required: "yes", smtpd_helo_restrictions: restriction });
  const listeners = [
    ...behind("postfix reject_unknown_client_hostname", client("reject_unknown_client_hostname")),
    ...behind("postfix reject_unknown_reverse_client_hostname", client("reject_unknown_reverse_client_hostname")),
    ...behind("postfix all three", helo(HELO.join(", "))),
    ...HELO.flatMap((restriction) => behind(`postfix ${restriction}`, helo(restriction))),
  ];
  addAddresses(listeners.map(({ address }) => address));
  keeper.keep(
    await startPostfix(keeper.folder("strict-postfix"), {
      listeners,
      // No receiver may tell us to slow down, or wait before it says no.
      settings: {
        myhostname: "strict.example.net",
        smtpd_error_sleep_time: "0",
        smtpd_client_connection_count_limit: "0",
      },
      certificateNames: ["strict.example.net"],
    }),
  );
}

export async function startStrictExim(keeper: Keeper): Promise<void> {
  const rules = {
    reverse_host_lookup: addressesOf("exim verify = reverse_host_lookup"),
    helo: addressesOf("exim verify = helo"),
  };
  const names = Object.fromEntries(
    Object.values(rules)
      .flat()
      .map((address) => [address, "strict.example.net"]),
  );
  addAddresses(Object.keys(names));
  const denials = Object.entries(rules).map(
    ([rule, addresses]) => `  deny condition = \${if inlist{$received_ip_address}{<; ${addresses.join(" ; ")}}}
       !verify = ${rule}
`,
  );
  keeper.keep(
    await startExim(keeper.folder("strict-exim"), {
      names,
      acls: `check_rcpt:\n${denials.join("")}  accept\n`,
      certificateNames: ["strict.example.net"],
    }),
  );
}
