const ROOM = "/admin";
const NOWHERE = "http://nowhere.invalid";
const LONGEST = 500;

/**
 * Where somebody goes on after signing in: the page of the admin room that they asked for.
 *
 * Only ever a page in there. An address elsewhere would let anybody send people from our own sign-in to a copy of it.
 */
export function returnPath(asked: string | null | undefined): string {
  if (!asked || asked.length > LONGEST || !URL.canParse(asked, NOWHERE)) return ROOM;
  // As a browser would read it: without "..", backslashes and line breaks, which lead elsewhere.
  const { origin, pathname, search } = new URL(asked, NOWHERE);
  const inside = pathname === ROOM || pathname.startsWith(`${ROOM}/`);
  return origin === NOWHERE && inside && !pathname.includes("//") ? `${pathname}${search}` : ROOM;
}

/** The address of the sign-in that leads back to a page. */
export function signInPath(page: string): string {
  return page === ROOM ? "/sign-in" : `/sign-in?next=${encodeURIComponent(page)}`;
}
