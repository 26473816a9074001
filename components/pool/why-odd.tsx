"use client";

import { Fragment } from "react";
import { Sentence } from "../ui/sentence.tsx";
import type { PoolReason } from "./pool-line.ts";

/** What makes an address odd, one thing after the other. Drawn on both sides, as a sentence is (decision 0025). */
export function WhyOdd({ why }: { readonly why: readonly PoolReason[] }) {
  return why.map(({ title, says }) => (
    <Fragment key={title}>
      <b>{title}.</b> <Sentence parts={says} />{" "}
    </Fragment>
  ));
}
