import type { MetadataRoute } from "next";
import { headers } from "next/headers";
import { GENERAL, providers, receivers, signals } from "../lib/checks/index.ts";
import { originOf } from "../lib/http/headers.ts";

/** The pages that are about nobody's server. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = originOf(await headers());
  const guides = providers.filter((provider) => provider.guides.length > 0);
  const paths = [
    "/",
    "/bounce",
    "/pool",
    "/plan",
    "/move",
    "/listen",
    "/questions",
    "/your-address",
    "/signals",
    ...signals.map(({ id }) => `/signals/${id}`),
    "/receivers",
    ...receivers.map(({ id }) => `/receivers/${id}`),
    "/providers",
    ...[...guides.map(({ id }) => id), GENERAL].map((id) => `/providers/${id}`),
    "/api",
    "/tools",
  ];
  return paths.map((path) => ({ url: origin + path }));
}
