import type { InputHTMLAttributes } from "react";

/** A line to type in, under its label; what was wrong with it stands between them, in words. */
export function Field({
  name,
  label,
  hint,
  problem,
  ...input
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; null: nothing. */
  readonly problem?: string | null | undefined;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "className">) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={name} className="block text-sm font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${name}-hint`} className="text-xs text-ink-faint">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${name}-problem`} className="text-sm font-semibold text-missed">
          {problem}
        </p>
      ) : null}
      <input
        {...input}
        id={name}
        name={name}
        className="control mt-1"
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  );
}
