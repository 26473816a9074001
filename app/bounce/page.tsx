import type { Metadata } from "next";
import { headers } from "next/headers";
import { Doc } from "../../components/catalogue/doc.tsx";
import { AddressQuestion } from "../../components/forms/address-question.tsx";
import { BounceForm } from "../../components/forms/bounce-form.tsx";
import { Page } from "../../components/ui/page.tsx";
import { contextFrom, WHYS } from "../../lib/http/bounce-query.ts";
import { originOf } from "../../lib/http/headers.ts";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Mail came back",
    description:
      "Paste a bounce, a mail log or the headers of a message: refusals explained in plain words, and the sending addresses checked as they are now.",
    // With codes in its query it is somebody's question: the plain page is the one to find.
    alternates: { canonical: `${originOf(await headers())}/bounce` },
  };
}

/** Where bounces and headers are pasted. With codes in the query it explains them and asks for the address. */
export default async function BouncePage({ searchParams }: PageProps<"/bounce">) {
  const query = await searchParams;
  const values = (name: string) => [query[name] ?? []].flat().slice(0, 10);
  const why = WHYS.find((one) => one === values("why")[0]);
  return (
    <Page at="/bounce" narrow>
      <Doc
        title="Mail came back?"
        lead="Paste bounces, a mail log, or the headers of a message that arrived. You see which address mail was sent from, who refused what, and who must act."
      >
        {why && <AddressQuestion why={why} context={contextFrom(values)} />}
        <BounceForm again={why !== undefined} />
      </Doc>
    </Page>
  );
}
