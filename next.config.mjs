import { join } from "node:path";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // One page for all readers: metadata stand in its head for browsers, too, not only for programs that make previews.
  htmlLimitedBots: /.*/,
  // Fonts are asked for in the page: asked for in its header, they would be while the browser still sets it up.
  reactMaxHeadersLength: 0,
  // Whatever passes the proxy is cut off behind this: 2 MB of text are up to 12 MB of JSON. Routes have their own limits.
  // A page is loaded by whoever asks for it first. All of them at the start would keep everybody waiting for a second.
  experimental: { proxyClientMaxBodySize: "16mb", preloadEntriesOnStart: false },
  // The one script of pages without the framework's client: a file with its hash in its name.
  turbopack: {
    rules: { "**/page-script/page.js": { loaders: ["./scripts/bundle-page-script.mjs"], type: "asset" } },
  },
  // What stands in front of the pages is built with them: server.ts runs it where it is there.
  compiler: {
    runAfterProductionCompile: async ({ distDir }) => {
      const { bundleService } = await import("./scripts/bundle-service.mjs");
      await bundleService(join(distDir, "service"));
    },
  },
  // Types are checked by `npm run types`, with the native compiler that Next does not know yet.
  typescript: { ignoreBuildErrors: true },
  // A report in its other forms has the report's own address with an ending; folders cannot be named like that.
  rewrites: async () => [
    { source: "/r/:id([\\w-]+).json", destination: "/api/v1/reports/:id" },
    { source: "/r/:id([\\w-]+).md", destination: "/r/:id/markdown" },
    { source: "/r/:id([\\w-]+).txt", destination: "/r/:id/text" },
    { source: "/r/:id([\\w-]+).png", destination: "/r/:id/card" },
    { source: "/pool/:id([\\w-]+).json", destination: "/api/v1/pools/:id" },
    { source: "/pool/:id([\\w-]+).csv", destination: "/pool/:id/csv" },
    { source: "/pool/:id([\\w-]+).md", destination: "/pool/:id/markdown" },
    { source: "/log/:id([\\w-]+).json", destination: "/api/v1/logs/:id" },
    { source: "/log/:id([\\w-]+).csv", destination: "/log/:id/csv" },
    { source: "/log/:id([\\w-]+).md", destination: "/log/:id/markdown" },
    { source: "/watch/:id([\\w-]+).atom", destination: "/watch/:id/atom" },
  ],
  // What is in public/ changes with a release only, and has no hash in its name.
  headers: async () => [
    {
      source: "/:file(favicon.ico|icon.svg|apple-touch-icon.png|icon-maskable-\\d+.png|manifest.webmanifest)",
      headers: [{ key: "cache-control", value: "public, max-age=86400" }],
    },
  ],
};

export default config;
