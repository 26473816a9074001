import type { Metadata } from "next";
import { headers } from "next/headers";
import { ApiReference } from "../../components/catalogue/api-reference.tsx";
import { Page } from "../../components/ui/page.tsx";
import { originOf } from "../../lib/http/headers.ts";

export const metadata: Metadata = {
  title: "API",
  description: "The same checks for programs: start one, watch it, read its report as JSON.",
};

export default async function ApiPage() {
  return (
    <Page search="" at="/api" narrow>
      <article className="prose">
        <ApiReference origin={originOf(await headers())} />
      </article>
    </Page>
  );
}
