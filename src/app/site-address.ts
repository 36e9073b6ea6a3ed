/**
 * The site's own address as its operator named it, and a page's under it. `npm start` always sets BASE_URL;
 * a page must not ask which host it was asked by, for one rendering of it serves everybody.
 *
 * @param path begins with a slash; "/" alone is the site itself
 */
export function addressOf(path: string): string {
  const named = process.env.BASE_URL?.trim() ?? "";
  const site = URL.canParse(named) ? named : `http://localhost:${process.env.PORT || 3000}`;
  return `${site.replace(/\/+$/, "")}${path === "/" ? "" : path}`;
}
