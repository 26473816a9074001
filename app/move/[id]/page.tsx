import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { MoveView } from "../../../components/moving/move-view.tsx";
import { PlanGone } from "../../../components/sending/plan-gone.tsx";
import { originOf } from "../../../lib/http/headers.ts";
import { assembledMove, readAt } from "../../../lib/http/plans/assembled.ts";
import { pageFacts, roundIn } from "../../../lib/http/plans/page-facts.ts";
import { readPlan } from "../../../lib/service/plans/read-plan.ts";

type Props = PageProps<"/move/[id]">;

const find = cache((id: string, round: number | undefined) => readPlan(id, "move", round));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await find((await params).id, roundIn((await searchParams).round));
  const robots = { index: false, follow: false };
  if (found.kind !== "plan" || found.input.kind !== "move") return { title: "No such move", robots };
  return {
    title: found.input.purpose === "move" ? "Moving to another address" : "Rehearsal of a fail-over site",
    robots,
  };
}

/** A move or a fail-over: fills while its addresses are checked, and is made from their reports ever after. */
export default async function MovePage({ params, searchParams }: Props) {
  const [{ id }, { lang, sheet, round }] = await Promise.all([params, searchParams]);
  const found = await find(id, roundIn(round));
  if (found.kind === "unknown") notFound();
  if (found.kind === "gone") return <PlanGone kind="move" why={found.why} />;
  const origin = originOf(await headers());
  const at = readAt(found, origin, typeof lang === "string" ? { lang } : {});
  return <MoveView page={pageFacts(found, origin)} move={assembledMove(found, at)} sheet={sheet !== undefined} />;
}
