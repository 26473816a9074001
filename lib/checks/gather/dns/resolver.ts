import type { Failure, RecordType } from "../../facts/lookup.ts";
import type { Endpoint, Vantage } from "../../facts/vantage.ts";
import type { DomainName } from "../../net/domain-name.ts";
import { pacingOf, takeTurn } from "../pacing.ts";
import { noReply } from "./attempt.ts";
import { createCache } from "./cache.ts";
import { createCanaries } from "./canaries.ts";
import type { AskOptions, Resolver, Trace } from "./client.ts";
import { type Concluded, conclude, unsent } from "./conclude.ts";
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
  const usual: Patience = { tries: limits.dnsTries, tryMs: limits.dnsTryMs };
  const canaries = vantage.canaries
    ? createCanaries(vantage.resolvers, (question, resolver) =>
        servers.ask(question, [resolver], "resolver", usual, { scope: closed, pay: () => true }),
      )
    : undefined;

  /** Asks our resolvers, and does not take the word of one that is known to make up or hide answers. */
  function askResolvers(question: Question, patience: Patience, asking: Asking): Promise<Settled> {
    const { resolvers } = vantage;
    const ask = (of: typeof resolvers) => servers.ask(question, of, "resolver", patience, asking);
    if (!canaries) return ask(resolvers);
    const asked = canaries.sound(resolvers);
    return ask(asked)
      .then((settled) => canaries.believe(settled, question))
      .then((first) => {
        // The first look at a resolver may have come to its end only now; a sound one has the say then.
        const sound = canaries.sound(resolvers);
        if (!isDoubted(first) || sound.length === asked.length) return first;
        return ask(sound).then((settled) => canaries.believe(settled, question));
      });
  }

  /**
   * One question, without following an alias that leads out of the reply: from the cache, or from the network. No promise
   * is made where none is needed: thousands come by in a second.
   */
  function settle(question: Question, options: AskOptions, trace: Trace): Settled | Promise<Settled> {
    const { at } = options;
    // Who asks a server itself, or what a resolver knows without asking on, wants to know what it says now.
    const cacheable = !at && question.recursion;
    const answerKey = `${question.name} ${question.type}${question.checkingDisabled ? " unchecked" : ""}`;
    const cached = cacheable ? cache.get(answerKey) : undefined;
    if (cached) return cached;
    if (trace.signal.aborted || closed.over) return given("cancelled", at);
    if (at && Number.isFinite(limits.serverQuestions)) return afterTurn(at, answerKey, question, options, trace);
    return send(answerKey, question, options, trace);
  }

  /** At a server that is asked directly a question waits for its turn. */
  async function afterTurn(
    at: Endpoint,
    answerKey: string,
    question: Question,
    options: AskOptions,
    trace: Trace,
  ): Promise<Settled> {
    const pace = { key: `dns ${keyOf(at)}`, most: limits.serverQuestions, ms: 1_000 };
    if (await takeTurn(pacingOf(vantage), [pace], TURN_MS, trace.signal))
      return send(answerKey, question, options, trace);
    return given(trace.signal.aborted ? "cancelled" : "limit", at);
  }

  /** From the network, together with whoever asks the same at the same time. */
  function send(answerKey: string, question: Question, options: AskOptions, trace: Trace): Promise<Settled> {
    const { at } = options;
    const patience = patienceOf(options);
    const cacheable = !at && question.recursion;
    const { tries, tryMs } = patience;
    const isUsual = cacheable && patience === usual && options.again === undefined;
    const key = isUsual
      ? answerKey
      : `${answerKey} ${question.recursion} ${at ? keyOf(at) : ""} ${tries} ${tryMs} ${options.again ?? 0}`;
    return flights.join(
      key,
      {
        signal: trace.signal,
        pay: trace.spend,
        gone: (how) => given(how === "broke" ? "limit" : "cancelled", at),
      },
      {
        work: (scope, pay) => {
          const asking = { scope, pay };
          return at
            ? servers.ask(question, [at], "direct", patience, asking)
            : askResolvers(question, patience, asking);
        },
        land: (settled) => (cacheable ? cache.put(answerKey, settled) : settled),
      },
    );
  }

  function patienceOf({ tries, tryMs }: AskOptions): Patience {
    if (tries === undefined && tryMs === undefined) return usual;
    return { tries: tries ?? usual.tries, tryMs: tryMs ?? usual.tryMs };
  }

  /** Follows the aliases from the first answer on that leads out of its message. */
  async function follow<K extends RecordType>(
    asked: { readonly name: DomainName; readonly type: K },
    question: Question,
    options: AskOptions,
    trace: Trace,
    first: Settled,
  ) {
    const names = [question.name];
    const earlier: Settled[] = [];
    for (let hop = first; ; hop = await settle({ ...question, name: names.at(-1) ?? question.name }, options, trace)) {
      const { reading } = hop;
      if (reading.kind === "failed") return conclude(asked, earlier, hop);
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

  function ask<K extends RecordType>(
    name: DomainName,
    type: K,
    options: AskOptions,
    trace: Trace,
  ): Concluded<K> | Promise<Concluded<K>> {
    const asked = { name, type };
    const canonical = canonicalName(name);
    if (!canonical) return unsent(asked, "formerr", options.at);
    if (options.at && !vantage.guard(options.at.address).allowed) return unsent(asked, "forbidden", options.at);
    const question: Question = {
      name: canonical,
      type,
      recursion: options.recursion ?? !options.at,
      checkingDisabled: options.checkingDisabled ?? false,
    };
    const on = (settled: Settled) => {
      const { reading } = settled;
      // As nearly all are: no alias anywhere.
      if (reading.kind === "failed" || reading.aliases.length === 0) return conclude(asked, [], settled);
      return follow(asked, question, options, trace, settled);
    };
    const settled = settle(question, options, trace);
    return settled instanceof Promise ? settled.then(on) : on(settled);
  }

  return {
    lookAtResolvers: async () => canaries?.look(),
    resolverFaults: () => canaries?.faults() ?? [],
    client: (trace) => ({
      ask: async (name, type, options = USUALLY) => {
        const started = performance.now();
        const { lookup, evidence } = await ask(name, type, options, trace);
        if (!evidence.flags.includes("cached")) evidence.ms = Math.round(performance.now() - started);
        trace.record(evidence);
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

const USUALLY: AskOptions = {};

/** Of a question that we gave up ourselves. */
const given = (reason: Failure, server: Endpoint | undefined): Settled => ({ ...noReply(reason), server });

const isDoubted = ({ reading }: Settled): boolean =>
  reading.kind === "failed" && reading.reason.startsWith("resolver-");
