import { Field } from "@/components/forms/field";
import type { RegisterColumn } from "@/domain/register/register-columns";
import { registerColumnWords } from "@/wording/register";
import { fieldOf } from "./entry-form-state";

/** The list of councils that fields of names offer. */
export const COUNCIL_LIST = "register-councils";

/** One cell of a row, to be typed or chosen, with what is wrong with it. */
export function EntryField({
  column: { name, cell, required },
  text,
  problem,
}: {
  readonly column: RegisterColumn;
  readonly text: string;
  readonly problem: string | undefined;
}) {
  const { label, hint } = registerColumnWords(name);
  const words = required ? label : `${label} (may be left out)`;
  const id = fieldOf(name);
  switch (cell.kind) {
    case "choice":
      return (
        <Labelled id={id} label={words} hint={hint} problem={problem}>
          {(described) => (
            <select id={id} name={id} defaultValue={text} className="control mt-1" {...described}>
              <option value="">{required ? "Choose" : "Not said"}</option>
              {/* What stood there before and is no choice any more isn't lost by looking at it. */}
              {[...new Set(text === "" || cell.of.includes(text) ? cell.of : [text, ...cell.of])].map(
                (one) => (
                  <option key={one} value={one}>
                    {one.replaceAll("_", " ")}
                  </option>
                ),
              )}
            </select>
          )}
        </Labelled>
      );
    case "words":
    case "citation":
      return (
        <Labelled id={id} label={words} hint={hint} problem={problem}>
          {(described) => (
            <textarea
              id={id}
              name={id}
              rows={cell.kind === "words" ? 3 : 2}
              defaultValue={text}
              className="control mt-1"
              {...described}
            />
          )}
        </Labelled>
      );
    default:
      return (
        <Field
          name={id}
          label={words}
          hint={hint}
          problem={problem}
          defaultValue={text}
          autoComplete="off"
          {...(cell.kind === "council" ? { list: COUNCIL_LIST } : {})}
          {...(cell.kind === "amount" ? { inputMode: "decimal" as const } : {})}
        />
      );
  }
}

function Labelled({
  id,
  label,
  hint,
  problem,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly problem: string | undefined;
  readonly children: (described: {
    readonly "aria-describedby"?: string;
    readonly "aria-invalid"?: true;
  }) => React.ReactNode;
}) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-xs text-ink-faint">
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className="text-sm font-semibold text-missed">
          {problem}
        </p>
      )}
      {children({
        ...(described === "" ? {} : { "aria-describedby": described }),
        ...(problem === undefined ? {} : { "aria-invalid": true }),
      })}
    </div>
  );
}
