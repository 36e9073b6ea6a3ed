/** What every practice document says of itself. */
export const INVENTED = "Invented for practice: no such council, document or figure exists.";

/** Where a council publishes its papers: `example.org` is kept free for examples, so nobody can own such a page. */
export function paperAddress(slug: string, paper: string): string {
  return `https://democracy.${slug}.example.org/${paper}`;
}

/** Whose word invented national figures and lists are. */
export const PRACTICE_PAGE = "https://practice.example.org/";
