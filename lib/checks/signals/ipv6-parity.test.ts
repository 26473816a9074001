import { expect, test } from "vitest";
import type { LookupOf } from "../facts/lookup.ts";
import type { Sibling } from "../facts/siblings.ts";
import { answer, failed, forward, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { evaluation } from "../testing/spf-evaluations.ts";
import { ipv6Parity } from "./ipv6-parity.ts";

const address = ip("203.0.113.10");
const mail = name("mail.example.com");
const six = ip("2001:db8::25");
const sibling = (more: Partial<Sibling> = {}): Sibling => ({
  address: six,
  name: mail,
  reverse: answer(mail),
  forward: [forward(mail, answer(six))],
  spf: evaluation("pass"),
  ...more,
});
const found = (lookup: LookupOf<"AAAA">, ...addresses: Sibling[]) => ({
  lookups: [lookup],
  addresses,
  namesUnknown: false,
});
const aaaa = answer(six);

test.each([
  ["no AAAA", answer(mail), found(nodata), evaluation("pass"), "absent"],
  ["AAAA unknown", answer(mail), found(failed()), evaluation("pass"), "temperror"],
  ["a sibling in order", answer(mail), found(aaaa, sibling()), evaluation("pass"), "even"],
  [
    "a sibling without PTR",
    answer(mail),
    found(aaaa, sibling({ reverse: nxdomain, forward: [] })),
    evaluation("pass"),
    "no-ptr",
  ],
  [
    "a sibling whose PTR is unknown",
    answer(mail),
    found(aaaa, sibling({ reverse: failed(), forward: [] })),
    evaluation("pass"),
    "temperror",
  ],
  [
    "a sibling whose PTR leads elsewhere",
    answer(mail),
    found(aaaa, sibling({ forward: [forward(mail, answer(ip("2001:db8::26")))] })),
    evaluation("pass"),
    "unconfirmed",
  ],
  [
    "a sibling whose forward lookup got no answer",
    answer(mail),
    found(aaaa, sibling({ forward: [forward(mail, failed())] })),
    evaluation("pass"),
    "temperror",
  ],
  [
    "a sibling that SPF leaves out",
    answer(mail),
    found(aaaa, sibling({ spf: evaluation("softfail") })),
    evaluation("pass"),
    "spf-uneven",
  ],
  [
    "a sibling whose SPF is unknown",
    answer(mail),
    found(aaaa, sibling({ spf: evaluation("temperror") })),
    evaluation("pass"),
    "temperror",
  ],
  [
    "a sibling as little covered by SPF as the address itself",
    answer(mail),
    found(aaaa, sibling({ spf: evaluation("fail") })),
    evaluation("fail"),
    "even",
  ],
  [
    "a fault beside an unknown",
    answer(mail),
    found(aaaa, sibling({ reverse: failed(), forward: [] }), sibling({ reverse: nxdomain, forward: [] })),
    evaluation("pass"),
    "no-ptr",
  ],
  ["no PTR name", nxdomain, { lookups: [], addresses: [], namesUnknown: false }, undefined, "nameless"],
  ["PTR unknown", failed(), { lookups: [], addresses: [], namesUnknown: true }, undefined, "temperror"],
] as const)("%s", (_, reverse, siblings, of, outcome) => {
  expect(concludes(ipv6Parity, { address, reverse, siblings, spf: of }).outcome).toBe(outcome);
});
