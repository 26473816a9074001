import type { Metadata } from "next";
import { headers } from "next/headers";
import { CheckForm, type CheckFormState } from "../components/forms/check-form.tsx";
import { Choices } from "../components/forms/choices.tsx";
import { OtherWays } from "../components/forms/other-ways.tsx";
import { OwnAddress } from "../components/forms/own-address.tsx";
import { OwnFaults } from "../components/forms/own-faults.tsx";
import { Samples } from "../components/forms/samples.tsx";
import { ThreeAnswers } from "../components/forms/three-answers.tsx";
import { Page } from "../components/ui/page.tsx";
import { poolOffer } from "../lib/checks/index.ts";
import { originOf } from "../lib/http/headers.ts";
import { ownFaults } from "../lib/service/checker/own-network.ts";
import { demoSections, isDemo } from "../lib/service/demo.ts";
import { readAsk } from "../lib/service/request.ts";
import { vantage } from "../lib/service/service-vantage.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Filled in by a link, it is still the same page. */
export async function generateMetadata(): Promise<Metadata> {
  return { alternates: { canonical: `${originOf(await headers())}/` } };
}

export default async function Home({ searchParams }: PageProps<"/">) {
  const state = formState(await searchParams);
  return (
    <Page narrow>
      <OwnFaults faults={ownFaults()} />
      <section className="pt-12 max-md:pt-5">
        <h1 className="max-w-[18ch] text-3xl tracking-[-0.025em] max-md:text-2xl">
          Can receivers tell who your mail server is?
        </h1>
        <p className="mt-3 mb-6 max-w-[56ch] text-lg text-ink-2">
          Enter the address it sends from. You see its PTR record, EHLO name, TLS, SPF, DKIM, DMARC and blocklists, what
          Gmail and other receivers do, and who must change what.
        </p>
        <CheckForm state={state} beside={<OwnAddress />} />
        <Choices state={state} />
      </section>
      <OtherWays />
      <ThreeAnswers />
      {isDemo() && <Samples sections={demoSections()} />}
    </Page>
  );
}

/** The form as a link or a refused POST left it: `?q=…&from=…&helo=…&selector=…`, or other tools' `?action=ptr:…`. */
function formState(query: Query): CheckFormState {
  const target = one(query.q) || one(query.action);
  const { from, helo, selector } = query;
  // A field nobody filled in has no problem yet: only what a form sent is judged.
  const reading = target ? readAsk({ target, from, helo, selector }, vantage()) : undefined;
  const problems = reading?.ok === false ? reading.problems : [];
  return {
    target,
    from: one(from),
    helo: one(helo),
    selector: [selector ?? []].flat().join(" "),
    problems: Object.fromEntries(problems.map(({ field, says }) => [field, says])),
    choices: problems.find(({ field }) => field === "target")?.choices ?? [],
    pool: problems.some(({ field, code }) => field === "target" && SEVERAL.has(code))
      ? poolOffer(target, vantage())
      : [],
  };
}

/** Problems of a text that names more than one target. */
const SEVERAL: ReadonlySet<string> = new Set(["several", "range", "long-text"]);

const one = (value: string | string[] | undefined): string => [value ?? ""].flat().at(-1)?.slice(0, 4096) ?? "";
