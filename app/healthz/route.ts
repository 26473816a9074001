import { healthz } from "../../lib/http/probes.ts";

export const dynamic = "force-dynamic";

export const GET = healthz;
