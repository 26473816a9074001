import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RSPAMD } from "../filters/rspamd.ts";
import type { Keeper } from "../keeper.ts";
import { addAddresses } from "../namespace.ts";
import { later, outputOf } from "../programs.ts";
import { startPostfix } from "./postfix.ts";

/** A Postfix that takes every message, shows it to Rspamd, and stores it under the local part of its recipient. */
export const STORING = { v4: "203.0.113.118", v6: "2001:db8:d::118" };

export interface Store {
  readonly file: (recipient: string) => string;
  /** The message, once it has arrived. */
  readonly message: (recipient: string) => Promise<string>;
}

export async function startStoring(keeper: Keeper): Promise<Store> {
  const folder = keeper.folder("stored");
  mkdirSync(folder, { recursive: true });
  outputOf("chown", ["nobody", folder]);
  addAddresses(Object.values(STORING));
  keeper.keep(
    await startPostfix(keeper.folder("storing-postfix"), {
      listeners: Object.values(STORING).map((address) => ({ address })),
      settings: {
        myhostname: "mx.example.net",
        local_transport: "store",
        smtpd_milters: `inet:${RSPAMD.address}:${RSPAMD.port}`,
        milter_default_action: "tempfail",
        smtpd_client_connection_count_limit: "0",
      },
      services: [`store unix - n n - - pipe flags=R user=nobody argv=/bin/dd of=${folder}/\${user} status=none`],
      certificateNames: ["mx.example.net"],
    }),
  );
  const file = (recipient: string) => join(folder, recipient);
  return {
    file,
    async message(recipient) {
      for (let left = 200; left > 0; left--) {
        const text = existsSync(file(recipient)) ? readFileSync(file(recipient), "utf8") : "";
        // Its last line has arrived.
        if (text.includes("\nThat is all.")) return text;
        await later(25);
      }
      throw new Error(`nothing for ${recipient} arrived`);
    },
  };
}
