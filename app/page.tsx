import type { Metadata } from "next";
import { headers } from "next/headers";
import { CheckForm, type CheckFormState } from "../components/check-form.tsx";
import { OwnAddress } from "../components/client/own-address.tsx";
import { Doors } from "../components/doors.tsx";
import { Page } from "../components/page.tsx";
import { Samples } from "../components/samples.tsx";
import { ThreeAnswers } from "../components/three-answers.tsx";
import { readAsk } from "../lib/ask.ts";
import { demoSections, isDemo } from "../lib/demo.ts";
import { originOf } from "../lib/http/headers.ts";
import { vantage } from "../lib/vantage.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Filled in by a link, it is still the same page. */
export async function generateMetadata(): Promise<Metadata> {
  return { alternates: { canonical: `${originOf(await headers())}/` } };
}

export default async function Home({ searchParams }: PageProps<"/">) {
  return (
    <Page>
      <section className="hero">
        <h1>Can receivers tell who your mail server is?</h1>
        <p>
          Paste the address it sends from. You get its reverse DNS, the way back, its greeting and certificate, signal
          by signal, who has to fix what, and a link you can send.
        </p>
        <CheckForm state={formState(await searchParams)} />
        <OwnAddress />
      </section>
      <Doors />
      {isDemo() && <Samples sections={demoSections()} />}
      <ThreeAnswers />
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
  };
}

const one = (value: string | string[] | undefined): string => [value ?? ""].flat().at(-1)?.slice(0, 4096) ?? "";
