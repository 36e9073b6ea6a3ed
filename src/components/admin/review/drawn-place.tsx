import type { DrawnPage, DrawnPlace, DrawnTable } from "@/shapes/place-shapes";

/** A place in a document, drawn with what is meant marked. */
export function Drawn({ place }: { readonly place: DrawnPlace }) {
  switch (place.kind) {
    case "page":
      return <Page page={place} />;
    case "table":
      return <Excerpt table={place} />;
    case "text":
      return (
        <div className="space-y-2 border border-rule bg-raised p-4 text-sm">
          {place.paragraphs.map(({ number, text, marked }) =>
            marked ? (
              <p key={number}>
                <mark className="drawn-mark">{text}</mark>
              </p>
            ) : (
              <p key={number}>{text}</p>
            ),
          )}
        </div>
      );
    case "none":
      return null;
  }
}

function Page({ page }: { readonly page: DrawnPage }) {
  const { width, height, runs, rules, marks } = page;
  const [meant, ...others] = marks;
  return (
    // A page is read by its lines beside it: to a screen reader they say the same.
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="drawn-page"
      role="img"
      aria-label={`Page ${page.page} of the document, with the place marked`}
    >
      {others.map((area) => (
        <Area key={area.join(" ")} area={area} className="drawn-page-other" />
      ))}
      {meant === undefined ? null : <Area area={meant} className="drawn-page-mark" />}
      {rules.map((rule) => (
        <line
          key={`${rule.left} ${rule.top} ${rule.right} ${rule.bottom}`}
          x1={rule.left}
          y1={rule.top}
          x2={rule.right}
          y2={rule.bottom}
          className="drawn-page-rule"
        />
      ))}
      {runs.map(({ text, left, baseline, width: length, size, bold }) => (
        <text
          key={`${left} ${baseline} ${text}`}
          x={left}
          y={baseline}
          fontSize={size}
          fontWeight={bold ? 700 : 400}
          textLength={length > 0 ? length : undefined}
          lengthAdjust="spacingAndGlyphs"
          className="drawn-page-text"
        >
          {text}
        </text>
      ))}
    </svg>
  );
}

function Area({
  area: [left, top, width, height],
  className,
}: {
  readonly area: readonly [number, number, number, number];
  readonly className: string;
}) {
  return (
    <rect x={left - 2} y={top - 1} width={width + 4} height={height + 2} rx={1.5} className={className} />
  );
}

function Excerpt({ table: { title, columns, rows } }: { readonly table: DrawnTable }) {
  return (
    <section
      className="overflow-x-auto border border-rule bg-raised"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than its place, it has to be scrolled by keyboard too.
      tabIndex={0}
      aria-label={title ?? "Part of the document"}
    >
      <table className="drawn-table">
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.number} scope="col">
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              {cells.map(({ column, text, marked }) => (
                <td key={column}>
                  {marked ? <mark className="drawn-mark">{text === "" ? "blank" : text}</mark> : text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
