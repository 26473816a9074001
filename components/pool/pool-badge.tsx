"use client";

import { Badge, StatusBadge } from "../ui/badge.tsx";
import type { PoolRowStatus } from "./pool-line.ts";

/** The verdict on an address in the words of a pool. Drawn on both sides (decision 0025). */
export function PoolBadge({ status, waiting }: { readonly status: PoolRowStatus; readonly waiting?: string }) {
  if (status === "pending") return <Badge tone="pending">{waiting ?? "not looked at"}</Badge>;
  return status === "unknown" ? (
    <StatusBadge status={status}>Not checked</StatusBadge>
  ) : (
    <StatusBadge status={status} />
  );
}
