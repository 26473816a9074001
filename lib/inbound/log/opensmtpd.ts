import { facts, type LogFormat, outcome, type State } from "./note.ts";
import { relayIn, staysInside } from "./relay.ts";

const STATES: Readonly<Record<string, State>> = {
  Ok: "accepted",
  TempFail: "deferred",
  PermFail: "refused",
  LoopDetected: "refused",
};
const PAIR = /\b([a-z]{2,10})=(?:"([^"]{0,4000})"?|<([^>]{0,400})>|([^\s,]{1,400}))/g;
/** As written before version 6: `relay: Ok for 0123456789abcdef: session=…, from=<…>, …, stat=250 2.0.0 Ok`. */
const EARLIER = /^(?:[0-9a-f]{8,16} )?relay: (Ok|TempFail|PermFail|LoopDetected) for ([0-9a-f]{8,16}): (.*)$/s;
const DELIVERY = /^(?:[0-9a-f]{8,16} )?mta (?:event=)?delivery (.*)$/s;
const OURS = /^(?:[0-9a-f]{8,16} )?(?:mta|smtp|mda|smtp-in|smtp-out|mail|scheduler|queue|stat|control)\b[: ]/;

/** OpenSMTPD: `mta delivery` is an attempt; `source` is the local address, `relay` the server. `smtp` and `mda` are incoming. */
export const opensmtpd: LogFormat = {
  id: "opensmtpd",
  open:
    () =>
    ({ program, body }) => {
      const earlier = EARLIER.exec(body);
      const fields = earlier?.[3] ?? DELIVERY.exec(body)?.[1];
      const session = /^([0-9a-f]{8,16}) mta /.exec(body)?.[1];
      if (fields === undefined) {
        if (program !== "smtpd" || !OURS.test(body)) return undefined;
        return session ? [facts(`opensmtpd session ${session}`, {})] : [];
      }
      const pairs = new Map([...fields.matchAll(PAIR)].map((one) => [one[1], one[2] ?? one[3] ?? one[4] ?? ""]));
      const state = STATES[earlier?.[1] ?? pairs.get("result") ?? ""];
      if (!state) return [];
      const relay = (earlier ? /, relay=([^,]{1,400})/.exec(fields)?.[1] : pairs.get("relay")) ?? "";
      const server = relayIn(relay);
      if (staysInside(server?.hostAddress, state)) return [];
      const host = /^([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})$/.exec(relay)?.[1];
      const evpid = earlier?.[2] ?? pairs.get("evpid") ?? "";
      const source = pairs.get("source")?.replace(/^\[|\]$/g, "");
      const stat = (earlier ? /, stat=(.*)$/s.exec(fields)?.[1] : pairs.get("stat")) ?? "";
      const message = `opensmtpd ${evpid}`;
      return [
        { kind: "facts", message, facts: { from: pairs.get("from") ?? "" } },
        outcome(
          message,
          {
            state,
            to: [pairs.get("to") ?? ""],
            ...(server ?? (host ? { host } : {})),
            ...(source && source !== "-" ? { local: source } : {}),
            said: stat,
          },
          session && `opensmtpd session ${session}`,
        ),
      ];
    },
};
