import { createSocket } from "node:dgram";
import { once } from "node:events";
import { decode, encode } from "dns-packet";
import { defaultLimits, type Vantage } from "../lib/checks/facts/vantage.ts";
import { ADDRESS_LISTS } from "../lib/checks/formats/dnsbl/address-lists.ts";
import type { List } from "../lib/checks/formats/dnsbl/list.ts";
import { unlimited } from "../lib/checks/gather/budget.ts";
import { createResolver } from "../lib/checks/gather/dns/resolver.ts";
import { askLists } from "../lib/checks/gather/dnsbl/ask-lists.ts";
import { questionsAbout } from "../lib/checks/gather/dnsbl/questions.ts";
import { parseAddress } from "../lib/checks/net/address.ts";
import { createGuard } from "../lib/checks/net/guard.ts";
import type { Measure } from "./measure.ts";

const LISTS = 30;
const DEAD = 5;
const ROUNDS = 5;
/** Answers take so long, evenly spread over the lists, in milliseconds. */
const [FASTEST, SLOWEST] = [10, 80];

/** What dead lists cost a check that asks thirty, beyond the answers of the others, and how many questions that takes. */
export async function bench(): Promise<Measure[]> {
  const server = await serveLists();
  try {
    const rounds = [];
    for (let i = 0; i < ROUNDS; i++)
      rounds.push({ all: await round(server.port, 0), some: await round(server.port, DEAD) });
    const extra = rounds.map(({ all, some }) => some.ms - all.ms);
    const questions = rounds.map(({ some }) => some.questions);
    return [
      {
        name: `blocklists: ${DEAD} dead of ${LISTS} cost`,
        value: Math.round(Math.max(...extra)),
        bar: 1000,
        unit: "ms",
      },
      {
        name: `blocklists: questions of a first check of ${LISTS}`,
        value: Math.max(...questions),
        bar: 100,
        unit: "questions",
      },
    ];
  } finally {
    server.close();
  }
}

/** One first check: nothing is remembered of an earlier one. */
async function round(port: number, dead: number): Promise<{ ms: number; questions: number }> {
  const [loopback, address] = [parseAddress("127.0.0.1"), parseAddress("203.0.113.10")];
  const [model] = ADDRESS_LISTS.filter(({ id }) => id === "spamcop");
  if (!loopback || !address || !model) throw new Error("unreachable");
  const vantage: Vantage = {
    label: "bench",
    resolvers: [{ address: loopback, port }],
    allowed: [],
    guard: createGuard(),
    route: (endpoint) => endpoint,
    now: Date.now,
    ehloName: "bench.example",
    limits: defaultLimits,
  };
  const resolver = createResolver(vantage);
  const { signal } = new AbortController();
  let questions = 0;
  const dns = resolver.client({ signal, record: () => undefined, spend: () => ++questions > 0 });
  const lists = Array.from({ length: LISTS }, (_, i): List => {
    const kind = i < dead ? "dead" : `after-${Math.round(FASTEST + ((SLOWEST - FASTEST) * i) / (LISTS - 1))}`;
    return { ...model, id: `list-${i}`, zone: `${i}.${kind}.example` };
  });
  const smtp = () => Promise.reject(new Error("no SMTP here"));
  const started = performance.now();
  const results = await askLists(questionsAbout(address, lists), { dns, smtp, vantage, budget: unlimited, signal });
  const ms = performance.now() - started;
  resolver.close();
  const answered = results.filter(({ said }) => said.kind === "answered").length;
  if (answered !== LISTS - dead) throw new Error(`${answered} lists answered, not ${LISTS - dead}`);
  return { ms, questions };
}

/** A resolver for made-up lists: `after-N` answer in N milliseconds, `dead` ones never. */
async function serveLists(): Promise<{ port: number; close: () => void }> {
  const socket = createSocket("udp4");
  const timers = new Set<NodeJS.Timeout>();
  socket.on("message", (bytes, { port, address }) => {
    const { id = 0, questions: [question] = [] } = decode(bytes);
    const wait = /\.after-(\d+)\.example$/i.exec(question?.name ?? "")?.[1];
    if (!question || wait === undefined) return;
    const isEntry = question.name.startsWith("2.0.0.127.");
    const answers = isEntry ? [{ name: question.name, type: "A" as const, ttl: 60, data: "127.0.0.2" }] : [];
    const reply = encode({ type: "response", id, flags: isEntry ? 0x0180 : 0x0183, questions: [question], answers });
    const timer = setTimeout(() => {
      timers.delete(timer);
      socket.send(reply, port, address);
    }, Number(wait));
    timers.add(timer);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    port: socket.address().port,
    close: () => {
      timers.forEach(clearTimeout);
      socket.close();
    },
  };
}
