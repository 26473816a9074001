import {
  DEFERRING,
  EXIM,
  LISTED,
  MISNAMED,
  NAMELESS,
  OPENSMTPD,
  POSTFIX,
  POSTSCREEN,
  PTR_CASES,
  REFUSING,
} from "../internet/places.ts";
import type { Keeper } from "../keeper.ts";
import { startExim } from "./exim.ts";
import { startOpensmtpd } from "./opensmtpd.ts";
import { startPostfix } from "./postfix.ts";

/** Starts the mail servers that Nameplate looks at. */
export async function startMail(keeper: Keeper): Promise<void> {
  keeper.keep(
    ...(await Promise.all([
      startPostfix(keeper.folder("postfix"), {
        listeners: [
          ...[...POSTFIX.addresses, ...PTR_CASES].map((address) => ({ address })),
          ...POSTSCREEN.addresses.map((address) => ({
            address,
            postscreen: true as const,
            settings: { myhostname: POSTSCREEN.name },
          })),
          ...REFUSING.addresses.map((address) => ({
            address,
            settings: {
              myhostname: REFUSING.name,
              smtpd_delay_reject: "no",
              smtpd_client_restrictions: "reject",
            },
          })),
        ],
        settings: {
          myhostname: POSTFIX.name,
          smtpd_banner: "$myhostname ESMTP",
          postscreen_greet_wait: "2s",
          postscreen_greet_action: "enforce",
        },
        certificateNames: [POSTFIX.name, POSTSCREEN.name],
      }),
      startExim(keeper.folder("exim"), {
        names: Object.fromEntries(
          [EXIM, DEFERRING, LISTED, MISNAMED, NAMELESS].flatMap(({ addresses, name }) =>
            addresses.map((address) => [address, name]),
          ),
        ),
        main: "acl_smtp_connect = check_connection",
        acls: `check_connection:
  defer condition = \${if eq{$received_ip_address}{${DEFERRING.addresses[0]}}}
        message = come back later
  accept
`,
        certificateNames: [EXIM.name],
      }),
      startOpensmtpd(keeper.folder("opensmtpd"), OPENSMTPD.addresses[0] ?? "", OPENSMTPD.name),
    ])),
  );
}
