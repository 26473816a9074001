import { type Host, type Sample, type Section, server } from "./sample.ts";

/** Several addresses that send for one organisation: what a pool shows and a single report does not. */
export const pools: Section = {
  title: "Several addresses",
  samples: [
    {
      id: "pool-nat",
      target: "203.0.113.140",
      pool: "203.0.113.140-142",
      title: "Three NAT addresses, one of them odd",
      note: "Mail leaves through three addresses in turn. The third still has its provider's name: mail sometimes works.",
      ...extra(
        named({ 140: "out1.example.com", 141: "out2.example.com" }),
        [
          "142.113.0.203.in-addr.arpa. PTR static.142.113.0.203.clients.hosting.example.net.",
          "static.142.113.0.203.clients.hosting.example.net. A 203.0.113.142",
          "out3.example.com. A 203.0.113.142",
        ],
        { "203.0.113.142": server("out3.example.com") },
      ),
    },
    {
      id: "pool-coherent",
      target: "203.0.113.144",
      pool: "203.0.113.144/29",
      title: "A coherent pool",
      note: "Eight addresses, each with a name of its own after one pattern.",
      ...named(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [144 + i, `mta${i + 1}.example.com`]))),
    },
    {
      id: "pool-shared",
      target: "203.0.113.152",
      pool: "203.0.113.152/30",
      title: "A pool with one name",
      note: "Four addresses share a name that lists them all: as right as a name for each.",
      ...named(Object.fromEntries([152, 153, 154, 155].map((last) => [last, "relay.example.com"]))),
    },
    {
      id: "pool-mixed",
      target: "203.0.113.156",
      pool: "203.0.113.156/30",
      title: "A pool with both designs",
      note: "Three addresses share a name, the fourth has one of its own.",
      ...named({
        156: "cluster.example.com",
        157: "cluster.example.com",
        158: "cluster.example.com",
        159: "single.example.com",
      }),
    },
  ],
};

type Existing = Required<Pick<Sample, "records" | "hosts">>;

/** Addresses 203.0.113.x with these names, which resolve back, and a server on each. */
function named(names: Readonly<Record<number, string>>): Existing {
  const all = Object.entries(names);
  return {
    records: all
      .map(([last, name]) => `${last}.113.0.203.in-addr.arpa. PTR ${name}.\n${name}. A 203.0.113.${last}`)
      .join("\n"),
    hosts: Object.fromEntries(all.map(([last, name]) => [`203.0.113.${last}`, server(name)])),
  };
}

/** The same with something that is named otherwise. */
function extra(to: Existing, records: readonly string[], hosts: Readonly<Record<string, Host>>): Existing {
  return { records: [to.records, ...records].join("\n"), hosts: { ...to.hosts, ...hosts } };
}
