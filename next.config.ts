import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run types`, with the native compiler that Next does not know yet.
  typescript: { ignoreBuildErrors: true },
};

export default config;
