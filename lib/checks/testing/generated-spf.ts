import fc from "fast-check";
import { SEED } from "./generated-records.ts";
import type { ZoneData } from "./zone-data.ts";

/** A small world of SPF records, and the address that sends in it as `u@a.example`. */
export interface SpfWorld {
  readonly zones: Readonly<Record<string, readonly Readonly<Record<string, string | readonly [number, string]>>[]>>;
  readonly ip: string;
}

const DOMAINS = ["a.example", "b.example", "c.example"];

/** Worlds of up to three records that include each other, names that lead nowhere among them; the same for one seed. */
export function spfWorlds(count: number): SpfWorld[] {
  const target = fc.constantFrom(
    ...DOMAINS,
    "host.example",
    "void.example",
    "lame.example",
    "null.example",
    "%{d}",
    "%{i}.x.example",
    "%{l}.%{d}",
    "%{ir}.%{v}.example",
    "%{d2}",
    "%{h}",
  );
  const term = fc.oneof(
    fc.tuple(fc.constantFrom("a:", "mx:", "include:", "exists:", "ptr:"), target).map(([kind, name]) => kind + name),
    fc.constantFrom(
      "a",
      "mx",
      "ptr",
      "a/24",
      "a//64",
      "mx/30",
      "ip4:192.0.2.1",
      "ip4:192.0.2.0/24",
      "ip4:198.51.100.0/33",
    ),
    fc.constantFrom("ip6:2001:db8::/32", "all", "a:nodot", "redirect=c.example", "exp=a.example", "x=%{d}", "ip4:1.2"),
    fc.constantFrom(
      "ALL",
      "IP4:192.0.2.1",
      "Include:b.example",
      "a:host.example/24//64",
      "moo",
      "redirect=void.example",
    ),
  );
  const policy = fc
    .array(fc.tuple(fc.constantFrom("", "+", "-", "~", "?"), term), { maxLength: 6 })
    .map((terms) => ["v=spf1", ...terms.map(([sign, text]) => (text.includes("=") ? text : sign + text))].join(" "));
  const texts = fc.oneof(
    { weight: 8, arbitrary: policy.map((one) => [one]) },
    { weight: 1, arbitrary: fc.tuple(policy, policy) },
    { weight: 1, arbitrary: fc.constant<string[]>([]) },
  );
  const world = fc.tuple(texts, texts, texts, fc.boolean()).map(([a, b, c, v6]): SpfWorld => {
    const zones: Record<string, Record<string, string | [number, string]>[]> = {
      "host.example": [{ A: "192.0.2.9" }, { AAAA: "2001:db8::9" }, { MX: [5, "host.example"] }],
      "lame.example": [{ MX: [1, "gone1.example"] }, { MX: [2, "gone2.example"] }, { MX: [3, "host.example"] }],
      "null.example": [{ MX: [0, "."] }],
      "192.0.2.1.x.example": [{ A: "127.0.0.2" }],
      "1.2.0.192.in-addr.arpa": [{ PTR: "host.b.example" }],
      "host.b.example": [{ A: "192.0.2.1" }],
    };
    for (const [i, records] of [a, b, c].entries())
      zones[DOMAINS[i] ?? ""] = [
        { A: `192.0.2.${i + 1}` },
        { AAAA: `2001:db8::${i + 1}` },
        { MX: [1, i === 2 ? "gone3.example" : "host.example"] },
        ...records.map((TXT) => ({ TXT })),
      ];
    return { zones, ip: v6 ? "2001:db8::1" : "192.0.2.1" };
  });
  return fc.sample(world, { numRuns: count, seed: SEED });
}

export const zonesOf = ({ zones }: SpfWorld): ZoneData => zones;
