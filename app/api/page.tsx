import type { Metadata } from "next";
import { headers } from "next/headers";
import { ApiReference } from "../../components/catalogue/api-reference.tsx";
import { Page } from "../../components/ui/page.tsx";
import { openApiDocument } from "../../lib/http/api/openapi.ts";
import { originOf } from "../../lib/http/headers.ts";
import { PROBLEM_CODES, problemStatus, problemTitle } from "../../lib/http/problem.ts";

export const metadata: Metadata = {
  title: "API",
  description: "The same checks for programs: start one, watch it, read its report as JSON.",
};

const problems = PROBLEM_CODES.map((code) => ({ code, status: problemStatus(code), title: problemTitle(code) }));

export default async function ApiPage() {
  return (
    <Page search="" at="/api" narrow>
      <article className="prose">
        <ApiReference api={openApiDocument(originOf(await headers()))} problems={problems} />
      </article>
    </Page>
  );
}
