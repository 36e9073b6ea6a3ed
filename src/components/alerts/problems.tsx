import type { AlertField } from "@/shapes/alert-form-shapes";
import type { ReportField } from "@/shapes/report-shapes";

/** The field to which a problem's line in the list leads; null for what is no one field's. */
const PLACE: Record<AlertField | ReportField, string | null> = {
  email: "email",
  council: "find",
  kind: "kinds",
  frequency: "often",
  url: "url",
  text: "text",
  expected: "expected",
  form: null,
};

interface Problem<Field> {
  readonly field: Field;
  readonly message: string;
}

/** Over a form that came back: everything that is wrong with it, each a link to its field. */
export function ProblemList({
  problems,
}: {
  readonly problems: readonly Problem<AlertField | ReportField>[];
}) {
  if (problems.length === 0) return null;
  return (
    <div
      id="problems"
      role="alert"
      tabIndex={-1}
      className="mb-10 prose-width border-2 border-missed px-5 py-4 focus:outline-none"
    >
      <h2 className="text-lg">Nothing has been sent yet</h2>
      <ul className="mt-1 space-y-1">
        {problems.map(({ field, message }) => {
          const place = PLACE[field];
          return (
            <li key={field}>
              {place === null ? (
                `${message}.`
              ) : (
                <a href={`#${place}`} className="font-medium text-missed">
                  {message}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export function problemWith<Field extends string>(
  problems: readonly Problem<Field>[],
  field: Field,
): string | null {
  return problems.find((problem) => problem.field === field)?.message ?? null;
}

/** Beside a field: what is wrong with it. */
export function ProblemAt({ id, message }: { readonly id: string; readonly message: string | null }) {
  return message === null ? null : (
    <p id={id} className="mb-1 text-sm font-semibold text-missed">
      <span className="sr-only">Wrong: </span>
      {message}
    </p>
  );
}
