import type { Metadata } from "next";
import { headers } from "next/headers";
import { Doc } from "../../components/catalogue/doc.tsx";
import { DemoPlans } from "../../components/sending/demo-plans.tsx";
import { PlanForm } from "../../components/sending/plan-form.tsx";
import { Page } from "../../components/ui/page.tsx";
import { originOf } from "../../lib/http/headers.ts";
import { formValues, readForm } from "../../lib/http/plans/plan-form.ts";
import { demoPlans } from "../../lib/service/demo.ts";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Before you send from a new address",
    description:
      "The checklist of a mail server's address that goes into service: PTR record, address record, EHLO name, SPF, DKIM, DMARC, IPv6 and blocklists checked live, with the missing records and a hand-over sheet.",
    alternates: { canonical: `${originOf(await headers())}/plan` },
  };
}

/** Where a plan begins. With fields in its address it is filled in; with `asked` it says what is wrong with them. */
export default async function PlanFormPage({ searchParams }: PageProps<"/plan">) {
  const query = await searchParams;
  const values = formValues((name) => [query[name] ?? []].flat().join(" ").slice(0, 8000));
  const reading = query.asked === undefined ? undefined : readForm("plan", values);
  return (
    <Page at="/plan" narrow>
      <Doc
        title="Before you send from a new address"
        lead="Say what you will send as, and through which addresses. You get the checklist of an address that goes into service, each line checked live."
      >
        <PlanForm values={values} problems={reading?.ok === false ? reading.problems : []} />
        <p className="text-sm text-ink-2">
          Mail already leaves from somewhere else? <a href="/move">Compare the old address with the new one</a>.
        </p>
        <DemoPlans action="/plan/make" samples={demoPlans("plan")} />
      </Doc>
    </Page>
  );
}
