import type { Metadata } from "next";

/** Of pages whose address is a key, or that are only one reader's: nobody is told of that address, nor finds it. */
export function privatePage(title: string): Metadata {
  return {
    title,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
    alternates: { canonical: "/alerts" },
    openGraph: null,
    twitter: null,
  };
}
