import type { Failure, RecordType } from "../../facts/lookup.ts";
import type { Vantage } from "../../facts/vantage.ts";
import type { DomainName } from "../../net/domain-name.ts";
import { pacingOf, takeTurn } from "../pacing.ts";
import { noReply } from "./attempt.ts";
import { createCache } from "./cache.ts";
import { createCanaries } from "./canaries.ts";
import type { AskOptions, Resolver, Trace } from "./client.ts";
import { conclude, unsent } from "./conclude.ts";
import type { Question } from "./message.ts";
import type { Asking, Patience, Settled } from "./race.ts";
import { MAX_ALIASES } from "./reading.ts";
import { keyOf } from "./round-trips.ts";
import { createScope } from "./scope.ts";
import { createServers } from "./servers.ts";
import { createSingleFlight } from "./single-flight.ts";
import { canonicalName } from "./wire-name.ts";

/** Questions we ask for the sake of one: a message that ends at an alias leads to the next. */
const MAX_HOPS = 8;

/** How long a question waits for its turn at a server that is asked directly, in milliseconds. */
const TURN_MS = 2_000;

/** The resolver of a vantage: one for all its checks, each of which brings its own trace. */
export function createResolver(vantage: Vantage): Resolver {
  const { limits } = vantage;
  const cache = createCache(vantage.now, limits.cacheSeconds);
  const flights = createSingleFlight<Settled>();
  const servers = createServers(vantage.route);
  const closed = createScope();
  const usual = { tries: limits.dnsTries, tryMs: limits.dnsTryMs };
  const canaries = vantage.canaries
    ? createCanaries(vantage.resolvers, (question, resolver) =>
        servers.ask(question, [resolver], "resolver", usual, { scope: closed, pay: () => true }),
      )
    : undefined;

  /** Asks our resolvers, and does not take the word of one that is known to make up or hide answers. */
  async function askResolvers(question: Question, patience: Patience, asking: Asking): Promise<Settled> {
    const { resolvers } = vantage;
    const ask = (of: typeof resolvers) => servers.ask(question, of, "resolver", patience, asking);
    if (!canaries) return ask(resolvers);
    const asked = canaries.sound(resolvers);
    const first = await canaries.believe(await ask(asked), question);
    // The first look at a resolver may have come to its end only now; a sound one has the say then.
    const sound = canaries.sound(resolvers);
    if (!isDoubted(first) || sound.length === asked.length) return first;
    return canaries.believe(await ask(sound), question);
  }

  /** One question, without following an alias that leads out of the reply: from the cache, or from the network. */
  async function settle(question: Question, options: AskOptions, trace: Trace): Promise<Settled> {
    const { at } = options;
    const patience = { tries: options.tries ?? limits.dnsTries, tryMs: options.tryMs ?? limits.dnsTryMs };
    const answerKey = `${question.type} ${question.checkingDisabled} ${question.name}`;
    // Who asks a server itself, or what a resolver knows without asking on, wants to know what it says now.
    const cacheable = !at && question.recursion;
    const cached = cacheable ? cache.get(answerKey) : undefined;
    if (cached) return cached;

    const give = (reason: Failure): Settled => ({ ...noReply(reason), server: at });
    if (trace.signal.aborted || closed.over) return give("cancelled");
    const server = at ? keyOf(at) : "";
    if (at && Number.isFinite(limits.serverQuestions)) {
      const pace = { key: `dns ${server}`, most: limits.serverQuestions, ms: 1_000 };
      if (!(await takeTurn(pacingOf(vantage), [pace], TURN_MS, trace.signal)))
        return give(trace.signal.aborted ? "cancelled" : "limit");
    }
    const { tries, tryMs } = patience;
    const flightKey = `${answerKey} ${question.recursion} ${server} ${tries} ${tryMs} ${options.again ?? 0}`;
    const payer = { signal: trace.signal, pay: trace.spend };
    const settled = await flights.join(flightKey, payer, async (scope, pay) => {
      const asking = { scope, pay };
      const found = await (at
        ? servers.ask(question, [at], "direct", patience, asking)
        : askResolvers(question, patience, asking));
      if (cacheable) cache.put(answerKey, found);
      return found;
    });
    return settled.value ?? give(settled.gone === "broke" ? "limit" : "cancelled");
  }

  async function follow<K extends RecordType>(name: DomainName, type: K, options: AskOptions, trace: Trace) {
    const asked = { name, type };
    const canonical = canonicalName(name);
    if (!canonical) return unsent(asked, "formerr", options.at);
    if (options.at && !vantage.guard(options.at.address).allowed) return unsent(asked, "forbidden", options.at);

    const question = {
      type,
      recursion: options.recursion ?? !options.at,
      checkingDisabled: options.checkingDisabled ?? false,
    };
    const names = [canonical];
    const earlier: Settled[] = [];
    for (;;) {
      const hop = await settle({ ...question, name: names.at(-1) ?? canonical }, options, trace);
      const { reading } = hop;
      if (reading.kind === "failed") return conclude(asked, earlier, hop);
      // As nearly all are: no alias anywhere.
      if (earlier.length === 0 && reading.aliases.length === 0) return conclude(asked, earlier, hop);
      names.push(...reading.aliases);
      const hops = earlier.length + 1;
      const circle = new Set(names).size < names.length;
      if (circle || names.length - 1 > MAX_ALIASES || (reading.kind === "alias" && hops > MAX_HOPS)) {
        return conclude(asked, earlier, hop, "alias-loop");
      }
      if (reading.kind !== "alias") return conclude(asked, earlier, hop);
      earlier.push(hop);
    }
  }

  return {
    lookAtResolvers: async () => canaries?.look(),
    resolverFaults: () => canaries?.faults() ?? [],
    client: (trace) => ({
      ask: async (name, type, options = {}) => {
        const started = performance.now();
        const { lookup, evidence } = await follow(name, type, options, trace);
        const ms = evidence.flags.includes("cached") ? 0 : Math.round(performance.now() - started);
        trace.record({ ...evidence, ms });
        return lookup;
      },
    }),
    close: () => {
      closed.end("cancelled");
      flights.close();
      servers.close();
      cache.clear();
    },
  };
}

const isDoubted = ({ reading }: Settled): boolean =>
  reading.kind === "failed" && reading.reason.startsWith("resolver-");
