import { expect, test } from "vitest";
import { fromBigInt, parseCidr, toBigInt } from "../net/address.ts";
import { plain } from "../net/safe-text.ts";
import { classify } from "../net/special-purpose.ts";
import { BEYOND_THE_REGISTRIES, IPV4_REGISTRY, IPV6_REGISTRY } from "../net/special-purpose-registry.ts";
import { ip } from "../testing/facts.ts";
import { refusal } from "./refusal.ts";

const sentence = (text: string) => {
  const address = ip(text);
  const block = classify(address);
  return block && plain(refusal(address, block));
};

test.each([...IPV4_REGISTRY, ...IPV6_REGISTRY, ...BEYOND_THE_REGISTRIES].map(({ cidr, name }) => [cidr, name]))(
  "an address of %s (%s) is refused in words, with what to do instead",
  (text) => {
    const block = parseCidr(text);
    if (!block) throw new Error(text);
    const address = fromBigInt(toBigInt(block.address), text.includes(":") ? 6 : 4);
    const says = sentence(address);
    expect(says).toContain(address);
    expect(says).toMatch(/\. (To|Put|Check) .*\.$/);
  },
);

test("an IPv6 spelling of a public IPv4 address leads to that one", () => {
  expect(sentence("::ffff:8.8.8.8")).toContain("Check 8.8.8.8 itself");
});
test("an IPv6 spelling of a private address says what is inside", () => {
  expect(sentence("2002:a00:1::1")).toContain("10.0.0.1");
  expect(sentence("2a00:1450::5efe:a00:1")).toContain("10.0.0.1");
});
