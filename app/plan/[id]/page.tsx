import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PlanGone } from "../../../components/sending/plan-gone.tsx";
import { PlanView } from "../../../components/sending/plan-view.tsx";
import { originOf } from "../../../lib/http/headers.ts";
import { assembledPlan, readAt } from "../../../lib/http/plans/assembled.ts";
import { pageFacts, roundIn } from "../../../lib/http/plans/page-facts.ts";
import { readPlan } from "../../../lib/service/plans/read-plan.ts";

type Props = PageProps<"/plan/[id]">;

const find = cache((id: string, round: number | undefined) => readPlan(id, "plan", round));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await find((await params).id, roundIn((await searchParams).round));
  const robots = { index: false, follow: false };
  if (found.kind !== "plan") return { title: "No such plan", robots };
  return { title: `Before you send from ${found.input.name}`, robots };
}

/** A plan: fills while its addresses are checked, and is made from their reports ever after, at one address. */
export default async function PlanPage({ params, searchParams }: Props) {
  const [{ id }, { lang, sheet, round }] = await Promise.all([params, searchParams]);
  const found = await find(id, roundIn(round));
  if (found.kind === "unknown") notFound();
  if (found.kind === "gone") return <PlanGone kind="plan" why={found.why} />;
  const origin = originOf(await headers());
  const at = readAt(found, origin, typeof lang === "string" ? { lang } : {});
  return <PlanView page={pageFacts(found, origin)} plan={assembledPlan(found, at)} sheet={sheet !== undefined} />;
}
