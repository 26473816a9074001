import type { SmtpSession } from "../lib/checks/facts/smtp.ts";
import type { Vantage } from "../lib/checks/facts/vantage.ts";
import type { Known, KnownName } from "../lib/checks/findings/findings.ts";
import { createBudget } from "../lib/checks/gather/budget.ts";
import { createResolver } from "../lib/checks/gather/dns/resolver.ts";
import { gatherers } from "../lib/checks/gather/index.ts";
import { createQuestions } from "../lib/checks/gather/questions.ts";
import { nameIn, wordIn } from "../lib/checks/gather/smtp/greeting.ts";
import { createFacts } from "../lib/checks/run/subject.ts";
import { ip } from "../lib/checks/testing/facts.ts";

/** What Nameplate finds out, here and now, of an address that says this in EHLO: the facts that these names need. */
export async function identityOf(
  vantage: Vantage,
  address: string,
  ehlo: string,
  needs: readonly KnownName[],
): Promise<Known> {
  const resolver = createResolver(vantage);
  const budget = createBudget(vantage.limits);
  const { signal } = new AbortController();
  const questions = createQuestions(resolver, { signal, budget, octets: vantage.limits.reportOctets });
  const smtp = sessionOf(ehlo);
  const seeds = { address: ip(address), asked: undefined, claims: { selectors: [] }, smtp };
  const facts = createFacts({ id: address, scope: "server", seeds, signals: [] }, gatherers, (fact) => ({
    dns: questions.clientFor(address, fact),
    smtp: async () => smtp,
    vantage,
    budget,
    signal,
  }));
  const found = await Promise.all(needs.map(async (name) => [name, await facts(name)] as const));
  resolver.close();
  return Object.fromEntries(found) as unknown as Known;
}

/** A session with a server that answers EHLO with this: none took place, because these senders only send. */
function sessionOf(ehlo: string): SmtpSession {
  const reply = { code: 250, lines: [ehlo] };
  const [word, name] = [wordIn(reply), nameIn(reply)];
  return {
    connection: "open",
    masked: false,
    ehlo: reply,
    ...(word ? { ehloWord: word } : {}),
    ...(name ? { ehloName: name } : {}),
    tls: { kind: "not-offered" },
    transcript: [],
    ms: 0,
  };
}
