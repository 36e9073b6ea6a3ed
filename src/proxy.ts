import { type NextRequest, NextResponse } from "next/server";

/**
 * The content security policy of a page.
 *
 * Next puts the nonce on its own scripts; what they load is trusted with them (`strict-dynamic`). Styles come
 * from files alone: no component writes a style attribute.
 *
 * @param development Next's development server evaluates code and writes inline styles
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", ...(development ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`])],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(development ? ["ws:"] : [])],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "manifest-src": ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/**
 * Where a mailbox provider sends its reader's wish to unsubscribe: the address in the message's header, which opens a
 * page for a person (RFC 8058). A page takes no POST.
 */
const ONE_CLICK = /^\/alerts\/unsubscribe\/[^/]+$/;

export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (!isWellFormed(pathname)) return refusal(pathname);
  if (request.method === "POST" && ONE_CLICK.test(pathname)) {
    return NextResponse.rewrite(new URL(`${pathname}/one-click`, request.url));
  }
  const policy = contentSecurityPolicy(
    Buffer.from(crypto.randomUUID()).toString("base64"),
    process.env.NODE_ENV === "development",
  );
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy.
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Whether every `%` in an address begins a letter. Next itself breaks down over one that doesn't. */
function isWellFormed(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function refusal(pathname: string): NextResponse {
  const detail = "The address is not well formed: a % in it is not followed by the code of a letter.";
  return pathname.startsWith("/api/")
    ? NextResponse.json(
        { type: "about:blank", title: "Bad request", status: 400, detail, instance: pathname },
        {
          status: 400,
          headers: {
            "Content-Type": "application/problem+json",
            "Cache-Control": "no-store",
            "Access-Control-Allow-Origin": "*",
          },
        },
      )
    : new NextResponse(`${detail}\n`, {
        status: 400,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      });
}

export const config = {
  matcher: [
    // Of the API and of charts only what may be malformed: every other address goes straight to its route,
    // which sets a policy of its own where it needs one. A chart may stand in any site's frame.
    "/api/(.*%.*)",
    "/charts/(.*%.*)",
    "/embed/(.*%.*)",
    {
      source: "/((?!api/|charts/|embed/|_next/static|_next/image|icon.svg|favicon.ico).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
  ],
};
