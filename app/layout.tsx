import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { Hydrated } from "../components/page-script/hydrated.tsx";
import pageScript from "../components/page-script/page.js";
import { COLOURS, DARK_COLOURS } from "../lib/checks/view.ts";
import { isDemo } from "../lib/service/demo.ts";
import "./styles/app.css";

// "optional" never swaps a font under the reader's eyes: what comes too late is used from the next page on. So no fallback
// needs its metrics; each further name of one (tokens.css) is looked up before anything is drawn.
const sans = localFont({
  src: "./fonts/inter.woff2",
  weight: "400 700",
  display: "optional",
  variable: "--face-sans",
  adjustFontFallback: false,
});
const mono = localFont({
  src: "./fonts/jetbrains-mono.woff2",
  weight: "400 700",
  display: "optional",
  variable: "--face-mono",
  adjustFontFallback: false,
});

// Whether this is a demo is known when the service starts, not when it is built.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Nameplate: can receivers tell who your mail server is?", template: "%s · Nameplate" },
  description:
    "PTR record, forward-confirmed reverse DNS, EHLO name, TLS, SPF, DKIM, DMARC and blocklists of a mail server: who has to fix what, and a link you can send.",
  formatDetection: { telephone: false, address: false, email: false },
  referrer: "same-origin",
  manifest: "/manifest.webmanifest",
  icons: {
    icon: [
      { url: "/favicon.ico", sizes: "48x48" },
      { url: "/icon.svg", type: "image/svg+xml", sizes: "any" },
    ],
    apple: "/apple-touch-icon.png",
  },
};
export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: COLOURS.card },
    { media: "(prefers-color-scheme: dark)", color: DARK_COLOURS.card },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`}>
      <head>
        <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title="Nameplate" />
      </head>
      <body>
        <a className="absolute -top-16 left-2 z-10 rounded-sm bg-ink px-4 py-2 text-paper focus:top-2" href="#main">
          Skip to the content
        </a>
        {isDemo() && (
          <aside className="border-b border-line-2 bg-brass-bg text-sm" aria-label="Demo">
            <p className="mx-auto max-w-[70rem] px-7 py-1.5 max-md:px-4">
              <b>This is a demo.</b>{" "}
              <span className="max-md:hidden">It looks at a small made-up internet inside this program.</span> Nothing
              here is real.
            </p>
          </aside>
        )}
        {children}
        <div className="sr-only" role="status" data-said="" />
        <script src={pageScript} defer data-page-script="" />
        <Hydrated />
      </body>
    </html>
  );
}
