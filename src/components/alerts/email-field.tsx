import type { FieldProblem } from "@/shapes/alert-form-shapes";
import { ProblemAt, problemWith } from "./problems";

/** Where somebody's mail goes, with the button that sends the form. */
export function EmailField({
  typed,
  problems,
  children,
}: {
  readonly typed: string;
  readonly problems: readonly FieldProblem[];
  /** What the button says. */
  readonly children: string;
}) {
  const problem = problemWith(problems, "email");
  return (
    <>
      <label htmlFor="email" className="mb-1 block font-medium">
        Your e-mail address
      </label>
      <ProblemAt id="email-problem" message={problem} />
      <div className="flex max-w-[34rem] flex-wrap gap-3">
        <input
          id="email"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={320}
          className={`control min-w-52 flex-1 ${problem === null ? "" : "is-wrong"}`}
          defaultValue={typed}
          {...(problem !== null && { "aria-invalid": true, "aria-describedby": "email-problem" })}
        />
        <button type="submit" name="step" value="send" className="button">
          {children}
        </button>
      </div>
    </>
  );
}
