import type { ImportedReport } from "@/shapes/register-shapes";
import { importSentence, registerColumnWords, registerRowGist, registerRowName } from "@/wording/register";

const STATES = [
  ["bad", "Refused"],
  ["doubtful", "Doubtful"],
  ["good", "Can be kept"],
  ["held", "Held already"],
] as const;

/** What would become of each row of a file, those that are refused first, each with why. */
export function ImportReport({ report: { file, refused, rows } }: { readonly report: ImportedReport }) {
  if (file === null || refused !== null) {
    return (
      <div role="alert" className="border-l-4 border-missed bg-wash px-4 py-3 text-sm wrap-anywhere">
        {refused}
      </div>
    );
  }
  return (
    <section aria-labelledby="report" className="pt-2">
      <h2 id="report" className="text-lg">
        What would become of it
      </h2>
      <p role="status" className="pb-2 text-sm text-ink-soft">
        {importSentence(rows.map(({ state }) => state))} Nothing is kept by looking.
      </p>
      {STATES.map(([state, heading]) => {
        const such = rows.filter((row) => row.state === state);
        if (such.length === 0) return null;
        return (
          <section key={state} aria-labelledby={`report-${state}`} className="pb-4">
            <h3 id={`report-${state}`} className="border-b border-rule-strong pb-1 text-sm font-semibold">
              {heading}
            </h3>
            <ul>
              {such.map(({ line, cells, problems, doubts }) => (
                <li
                  key={line}
                  className="grid gap-x-6 border-b border-rule py-2 text-sm sm:grid-cols-[5rem_minmax(0,1fr)]"
                >
                  <span className="text-ink-soft">Line {line}</span>
                  <div className="min-w-0 wrap-anywhere">
                    {Object.keys(cells).length === 0 ? null : (
                      <p>
                        <span className="font-medium">{registerRowName(cells)}</span>{" "}
                        {registerRowGist(file, cells)}
                      </p>
                    )}
                    {problems.map(({ column, message }) => (
                      <p
                        key={`${column} ${message}`}
                        className={state === "bad" ? "text-missed" : "text-ink-soft"}
                      >
                        {column === null ? "" : `${labelOf(column)}: `}
                        {message}
                      </p>
                    ))}
                    {doubts.map((doubt) => (
                      <p key={doubt} className="text-ink-soft">
                        {doubt}
                      </p>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function labelOf(column: string): string {
  return registerColumnWords(column).label;
}
