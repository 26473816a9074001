import type { MetadataRoute } from "next";
import { headers } from "next/headers";
import { originOf } from "../lib/http/headers.ts";

/**
 * What crawlers may ask for. Reports are not forbidden here: they say "noindex" themselves, which only those see who may
 * look, and previews of a link that somebody sent are made by programs that keep to this file.
 */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/v1/", "/ip"] },
    sitemap: `${originOf(await headers())}/sitemap.xml`,
  };
}
