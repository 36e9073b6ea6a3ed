/** A part of the page that really is on it. */
export interface SectionLink {
  readonly id: string;
  readonly name: string;
}

/** What is on the page, in its order. */
export function SectionLinks({ links }: { readonly links: readonly SectionLink[] }) {
  return (
    <nav aria-label="On this page" className="screen-only mb-10 border-y border-rule py-1 text-sm">
      <ul className="flex flex-wrap gap-x-5">
        {links.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-9 items-center">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
