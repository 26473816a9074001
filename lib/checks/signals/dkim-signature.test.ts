import { expect, test } from "vitest";
import type { DkimSignature } from "../facts/sending.ts";
import { concludes } from "../testing/judging.ts";
import { sending, sentMessage, signature } from "../testing/sendings.ts";
import { dkimSignature } from "./dkim-signature.ts";

const judge = (dkim: readonly DkimSignature[]) =>
  concludes(dkimSignature, { sending: sending({ message: sentMessage({ dkim }) }) });

test.each<[string, Partial<DkimSignature>[], string]>([
  ["a good one", [{}], "pass"],
  ["none", [], "none"],
  ["one of somebody else", [{ domain: "relay.example", aligned: false }], "unaligned"],
  ["one that does not verify", [{ result: "fail", why: "bad signature" }], "fail"],
  ["one without a key", [{ result: "neutral", why: "no key" }], "fail"],
  ["one that names no domain", [{ domain: "", selector: "", result: "neutral", why: "missing tag" }], "fail"],
  ["one with a broken key", [{ result: "permerror" }], "fail"],
  ["one that is too weak", [{ result: "policy", why: "weak key" }], "weak"],
  ["one whose key was not answered", [{ result: "temperror" }], "temperror"],
  ["a bad one beside a good one", [{ result: "fail" }, {}], "pass"],
  ["somebody else's beside one of our own", [{ aligned: false }, {}], "pass"],
  ["somebody else's beside one that was not answered", [{ aligned: false }, { result: "temperror" }], "temperror"],
  ["somebody else's beside a bad one", [{ aligned: false }, { result: "fail" }], "unaligned"],
])("%s", (_, all, outcome) => {
  expect(judge(all.map(signature)).outcome).toBe(outcome);
});

test("a refused message without one is none of ours", () => {
  const { message: _message, ...session } = sending();
  expect(concludes(dkimSignature, { sending: session }).outcome).toBe("not-seen");
});

test("its command asks for the key of the signature", () => {
  const { evidence = {} } = judge([signature()]);
  expect(dkimSignature.reproduce?.(evidence)).toEqual(["dig +short -t TXT -q s2026._domainkey.example.com"]);
});
