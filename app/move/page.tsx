import type { Metadata } from "next";
import { headers } from "next/headers";
import { Doc } from "../../components/catalogue/doc.tsx";
import { MoveForm } from "../../components/moving/move-form.tsx";
import { DemoPlans } from "../../components/sending/demo-plans.tsx";
import { Page } from "../../components/ui/page.tsx";
import { originOf } from "../../lib/http/headers.ts";
import { formValues, readForm } from "../../lib/http/plans/plan-form.ts";
import { demoPlans } from "../../lib/service/demo.ts";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Moving a mail server, and fail-over",
    description:
      "Old and new sending addresses side by side: PTR record, forward confirmation, EHLO name, SPF, blocklists, provider and receivers, and what has to be done before, during and after.",
    alternates: { canonical: `${originOf(await headers())}/move` },
  };
}

/** Where a move begins. With fields in its address it is filled in; with `asked` it says what is wrong with them. */
export default async function MoveFormPage({ searchParams }: PageProps<"/move">) {
  const query = await searchParams;
  const values = formValues((name) => [query[name] ?? []].flat().join(" ").slice(0, 8000));
  const reading = query.asked === undefined ? undefined : readForm("move", values);
  return (
    <Page narrow>
      <Doc
        title="Moving a mail server, and fail-over"
        lead="Put in the old addresses and the new ones. You see every difference in what receivers look at, and what has to be done before, during and after."
      >
        <MoveForm values={values} problems={reading?.ok === false ? reading.problems : []} />
        <p className="text-sm text-ink-2">
          Nothing sends yet? <a href="/plan">Make the checklist of a new address</a>.
        </p>
        <DemoPlans action="/move/make" samples={demoPlans("move")} />
      </Doc>
    </Page>
  );
}
