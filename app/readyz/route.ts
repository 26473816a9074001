import { readyz } from "../../lib/http/probes.ts";

export const dynamic = "force-dynamic";

export const GET = readyz;
