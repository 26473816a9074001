import type { Metadata } from "next";
import { ApiReference } from "../../components/api-reference.tsx";
import { Page } from "../../components/page.tsx";

export const metadata: Metadata = {
  title: "API",
  description: "The same checks for programs: start one, watch it, read its report as JSON.",
};

export default function ApiPage() {
  return (
    <Page search="">
      <article className="prose">
        <ApiReference />
      </article>
    </Page>
  );
}
