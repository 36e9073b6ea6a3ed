const ROOM = "/admin";
const PAGE = /^\/admin(?:\/[\w.~%-]+)*(?:\?[\w.~%&=+,:;@!$'()*/-]*)?$/;

/**
 * Where somebody goes on after signing in: the page of the admin room that they asked for.
 *
 * Only ever a page in there. An address elsewhere would let anybody send people from our own sign-in to a copy of it.
 */
export function returnPath(asked: string | null | undefined): string {
  return asked && asked.length <= 500 && PAGE.test(asked) ? asked : ROOM;
}

/** The address of the sign-in that leads back to a page. */
export function signInPath(page: string): string {
  return page === ROOM ? "/sign-in" : `/sign-in?next=${encodeURIComponent(page)}`;
}
