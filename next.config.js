/** Held for every answer. The content security policy differs from page to page: src/proxy.ts sets it. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  // Browsers ignore it on plain http, so it costs a local start nothing.
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
];

/** For pages whose address is a key, or that are one reader's own: nobody is told of that address. */
const privateHeaders = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cache-Control", value: "private, no-store" },
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
];

/** @type {import("next").NextConfig} */
export default {
  // For containers only; a plain `next start` is the ordinary way.
  output: process.env.STANDALONE ? "standalone" : undefined,
  serverExternalPackages: ["better-auth", "prom-client", "pg", "@prisma/adapter-pg", "pino", "unpdf"],
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  // `npm run typecheck` does it, tests and scripts included; a start must not fail for a test's sake.
  typescript: { ignoreBuildErrors: true },
  // A file that is brought to the evidence register is sent twice: as it's typed and as it was looked at.
  experimental: { serverActions: { bodySizeLimit: "5mb" } },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // Of those who run the site, and no business of search engines.
    ...["/admin/:path*", "/sign-in/:path*", "/api/auth/:path*"].map((source) => ({
      source,
      headers: [{ key: "X-Robots-Tag", value: "noindex, nofollow" }],
    })),
    { source: "/alerts/:path+", headers: privateHeaders },
    // Only the embeddable charts may stand in another site's frame.
    { source: "/((?!embed/).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] },
  ],
};
