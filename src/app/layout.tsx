import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Awake } from "@/components/layout/awake";
import { PracticeBanner } from "@/components/layout/practice-banner";
import { PrintedAddress } from "@/components/layout/printed-address";
import { PublicFrame } from "@/components/layout/public-frame";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { UnderWay } from "@/components/layout/under-way";
import { TRPCReactProvider } from "@/trpc/react";
import { publicSans, sourceSerif } from "./fonts";
import "./globals.css";
import { OPEN_GRAPH } from "./open-graph";
import { isPractice } from "./practice";
import { addressOf } from "./site-address";

// Rendered when asked for, with a nonce: jobs/web.ts keeps what came of it (docs/decisions/0015).
export const dynamic = "force-dynamic";

/** Tabs and bookmarks of the practice set say so too. */
export function generateMetadata(): Metadata {
  const name = OPEN_GRAPH.siteName;
  // Each page's own title and description stand in for what is left out here.
  const shared: Metadata = {
    metadataBase: new URL(addressOf("/")),
    alternates: { canonical: "./" },
    openGraph: { ...OPEN_GRAPH, url: "./" },
    twitter: { card: "summary_large_image" },
  };
  return isPractice()
    ? {
        ...shared,
        title: { default: `${name} (practice)`, template: `%s - ${name} (practice)` },
        description: "Invented councils for practice: no such council or figure exists.",
        robots: { index: false, follow: false },
      }
    : { ...shared, title: { default: name, template: `%s - ${name}` }, description: DESCRIPTION };
}

const DESCRIPTION =
  "What 38 English councils promised in their safety valve agreements, and what they and the Department for Education have published since, each figure with its source.";

export const viewport: Viewport = { colorScheme: "light dark" };

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en-GB" className={`${sourceSerif.variable} ${publicSans.variable}`}>
      <body className="flex min-h-screen flex-col">
        <a href="#main" className="skip-link">
          Skip to the page
        </a>
        <Awake />
        <UnderWay />
        {isPractice() ? <PracticeBanner /> : null}
        <TRPCReactProvider>
          <PublicFrame>
            <SiteHeader />
          </PublicFrame>
          {children}
        </TRPCReactProvider>
        <PublicFrame>
          <SiteFooter printedFrom={<PrintedAddress site={addressOf("/")} />} />
        </PublicFrame>
      </body>
    </html>
  );
}
