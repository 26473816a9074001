import { facts, type LogFormat, type Note, outcome, type State, unquoted } from "./note.ts";
import { staysInside } from "./relay.ts";

const LINE =
  /^\[(?:DATA|PROTOCOL|DEBUG|INFO|NOTICE|WARN|ERROR|CRIT|ALERT|EMERG)\] {1,2}\[([^\]]{1,80})\] {1,2}\[([^\]]{1,60})\] {1,3}(.*)$/s;
const PAIR = /\b([a-z_]{2,12})=("(?:[^"\\]|\\.){0,4000}"?|[^\s"]{1,400})/g;
const STATES: Readonly<Record<string, State>> = {
  delivered: "accepted",
  deferred: "deferred",
  temp_fail: "deferred",
  bounced: "refused",
  bounce: "refused",
};

/**
 * Haraka's outbound lines: `delivered` counts its recipients (`rcpts=1/0/0`: taken, deferred, refused) and does not name
 * them; refused and deferred ones have a line each. What is said of the whole item repeats those.
 */
export const haraka: LogFormat = {
  id: "haraka",
  open:
    () =>
    ({ body }) => {
      const [, id = "", plugin, words = ""] = LINE.exec(body) ?? [];
      if (!plugin) return undefined;
      if (!/^outbound/.test(plugin) || id === "-") return [];
      const message = `haraka ${id}`;
      const told = /^(delivered|deferred|temp_fail|bounced?) (?=\S+=)/.exec(words);
      if (told) return itemOf(message, told[1] ?? "", words);
      const recipient = /^recipient <?([^\s<>]{1,400})>? (deferred|rejected): (.*)$/s.exec(words);
      if (recipient) {
        const [, to = "", how, said = ""] = recipient;
        return [outcome(message, { state: how === "deferred" ? "deferred" : "refused", to: [to], said })];
      }
      const bouncing = /^bouncing mail: (.*)$/s.exec(words)?.[1];
      if (bouncing !== undefined) return [ofAll(message, "refused", bouncing)];
      const failing = /^Temp failing \S+ for [\d.]+ seconds: (.*)$/s.exec(words)?.[1];
      if (failing !== undefined) return [ofAll(message, "deferred", failing)];
      const from = /^C: MAIL FROM:<([^>]{0,400})>/i.exec(words)?.[1];
      const helo = /^C: (?:EHLO|HELO) (\S{1,255})/i.exec(words)?.[1];
      return [facts(message, { ...(from ? { from } : {}), ...(helo ? { helo } : {}) })];
    },
};

const UPSTREAM = /^(?:Upstream error: |Too many failures \((?:Upstream error: )?)/;
const ofAll = (message: string, state: State, said: string): Note =>
  outcome(message, { state, to: listed(said), said: said.replace(UPSTREAM, ""), unlessKnown: "message" });

/** `Some recipients failed: <a@b.example>, <c@b.example>`. */
const listed = (said: string): string[] =>
  said.startsWith("Some recipients") ? [...said.matchAll(/<([^<>\s]{1,400})>/g)].map(([, to = ""]) => to) : [];

function itemOf(message: string, word: string, words: string): readonly Note[] {
  const pairs = new Map([...words.matchAll(PAIR)].map(([, key = "", value = ""]) => [key, unquoted(value)]));
  const state = STATES[word] ?? "deferred";
  const [host, hostAddress, domain] = [pairs.get("host"), pairs.get("ip"), pairs.get("domain")];
  if (pairs.get("mode") === "LMTP" || hostAddress?.startsWith("/") || staysInside(hostAddress, state)) return [];
  const [taken = "1", waiting = "0"] = (pairs.get("rcpts") ?? "1").split("/");
  const said = pairs.get("response") ?? pairs.get("reason") ?? pairs.get("err") ?? pairs.get("error") ?? "";
  return [
    outcome(message, {
      state,
      to: domain ? [`@${domain}`] : [],
      unnamed: Math.min(1000, Number(/^\d{1,4}$/.test(taken) ? taken : 1)),
      ...(host && !hostIsAddress(host) ? { host } : {}),
      ...(hostAddress ? { hostAddress } : {}),
      said,
      ...(state === "accepted" ? { all: waiting === "0" } : { unlessKnown: "message" as const }),
    }),
  ];
}

const hostIsAddress = (host: string): boolean => /^[\d.]+$|:/.test(host);
