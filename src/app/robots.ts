import type { MetadataRoute } from "next";
import { isPractice } from "./practice";
import { addressOf } from "./site-address";

// Whether this is practice is known when the site starts, not when it is built.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  if (isPractice()) return { rules: { userAgent: "*", disallow: "/" } };
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/alerts/", "/report?", "/report/"] },
    sitemap: addressOf("/sitemap.xml"),
  };
}
