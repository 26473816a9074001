import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Receiver } from "../lib/checks/define/receiver.ts";
import { eximHelo } from "../lib/checks/receivers/exim-helo.ts";
import { eximReverse } from "../lib/checks/receivers/exim-reverse.ts";
import { postfixClient } from "../lib/checks/receivers/postfix-client.ts";
import { postfixHelo } from "../lib/checks/receivers/postfix-helo.ts";
import { postfixReverseClient } from "../lib/checks/receivers/postfix-reverse-client.ts";
import { predict } from "../lib/checks/run/predict.ts";
import { startDns } from "./dns/start.ts";
import { identityOf } from "./identity.ts";
import { ADDRESSES } from "./internet/places.ts";
import { EHLOS, SENDERS, type Trouble } from "./internet/senders.ts";
import { createKeeper } from "./keeper.ts";
import { send } from "./mail/client.ts";
import { type DoorName, startStrictExim, startStrictPostfix, WAYS } from "./mail/strict.ts";
import { addAddresses } from "./namespace.ts";
import { outputOf, whyNot } from "./programs.ts";
import { labVantage } from "./vantage.ts";

const missing = whyNot("ip", "nsd", "unbound", "rbldnsd", "ldns-signzone", "postfix", "exim4");
const skipped = missing ? ` (skipped: ${missing})` : "";
const postfixVersion = missing ? "" : outputOf("postconf", ["-dh", "mail_version"]).trim();
const eximVersion = missing ? "" : (/version (\S+)/.exec(outputOf("exim4", ["-C", "/dev/null", "-bV"]))?.[1] ?? "");

/** Names the version that ran beside the one whose rules were read, where they differ. */
const title = (program: string, ran: string, { source }: Receiver) =>
  `${program} ${ran}${source.version?.startsWith(ran) ? "" : `, by rules read in ${source.version}`}${skipped}`;

const GOOD = "good.example.com";
const ehlos = Object.entries(EHLOS);
const [V4, V6] = [SENDERS["nothing is the matter"], SENDERS["IPv6, nothing is the matter"]];

/**
 * What a prediction leaves open, measured: what cannot be told from the facts, because the answer hangs on the
 * receiver's own resolver or on the order of records.
 */
type Measured = Partial<Record<string, string>>;

describe.skipIf(missing)("what receivers answer is what was predicted", () => {
  const keeper = createKeeper();
  beforeAll(async () => {
    addAddresses([...ADDRESSES, ...Object.values(SENDERS)]);
    await startDns(keeper);
    await Promise.all([startStrictPostfix(keeper), startStrictExim(keeper)]);
  });
  afterAll(() => keeper.close());

  /** Sends, predicts, and compares: the action, and the reply word for word. */
  async function holds(receiver: Receiver, door: DoorName, address: string, ehlo: string, measured?: string) {
    const to = WAYS[door][address.includes(":") ? "v6" : "v4"];
    const [reply, facts] = await Promise.all([
      send({ from: address, to, ehlo }),
      identityOf(labVantage(), address, ehlo, receiver.needs),
    ]);
    const predicted = predict(receiver, facts);
    const did = reply.code >= 500 ? "reject" : reply.code >= 400 ? "defer" : "accept";
    const open = predicted.action === "unknown" || predicted.rule === "depends-on-order";
    if (open)
      return expect({ rule: predicted.rule, reply: reply.text }).toEqual({
        rule: predicted.rule,
        reply: expect.stringMatching(measured ? new RegExp(`^${measured}`) : "nothing was measured"),
      });
    expect(measured).toBeUndefined();
    return expect({ rule: predicted.rule, did, reply: did === "accept" ? undefined : reply.text }).toEqual({
      rule: predicted.rule,
      did: predicted.action,
      reply: did === "accept" ? undefined : predicted.reply,
    });
  }

  function senders(receiver: Receiver, door: DoorName, measured: Partial<Record<Trouble, string>>) {
    test.each(Object.entries(SENDERS))(`${door}: %s`, (trouble, address) =>
      holds(receiver, door, address, GOOD, measured[trouble as Trouble]),
    );
  }
  function names(receiver: Receiver | undefined, door: DoorName, measured: Measured = {}) {
    if (!receiver) throw new Error(`no rules for ${door}`);
    test.each(ehlos.flatMap(([what, ehlo]) => [V4, V6].map((address) => [address, what, ehlo])))(
      `${door}, from %s, EHLO: %s`,
      (address, what, ehlo) =>
        holds(receiver, door, address, ehlo, measured[`${what}, over IPv${address === V6 ? 6 : 4}`] ?? measured[what]),
    );
  }

  describe(title("Postfix", postfixVersion, postfixClient), () => {
    senders(postfixClient, "postfix reject_unknown_client_hostname", {
      "reverse zone not loaded": "450 4.7.25 Client host rejected",
      "name's zone not loaded": "450 4.7.25 Client host rejected",
      "two names, the first resolves back": "250 ",
      "two names, the second resolves back": "450 4.7.25 Client host rejected",
    });
    senders(postfixReverseClient, "postfix reject_unknown_reverse_client_hostname", {
      "reverse zone not loaded": "450 4.7.1 Client host rejected",
    });
    const lookedUp = {
      "a name whose zone is not loaded": "450 4.7.1 .*: Host not found",
    };
    const variant = (restriction: string) =>
      Object.entries(postfixHelo.variants).find(([id]) => id.startsWith(restriction))?.[1];
    names(postfixHelo, "postfix all three", lookedUp);
    names(variant("reject_invalid"), "postfix reject_invalid_helo_hostname");
    names(variant("reject_non_fqdn"), "postfix reject_non_fqdn_helo_hostname");
    names(variant("reject_unknown"), "postfix reject_unknown_helo_hostname", { ...lookedUp, localhost: "250 " });
  });

  describe(title("Exim", eximVersion, eximReverse), () => {
    senders(eximReverse, "exim verify = reverse_host_lookup", {
      "reverse zone not loaded": "451 Temporary local problem",
      "name's zone not loaded": "451 Temporary local problem",
    });
    names(eximHelo, "exim verify = helo", { "a name whose zone is not loaded": "550 Administrative prohibition" });
  });
});
