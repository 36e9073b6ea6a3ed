import { useId } from "react";

/** A list to choose one thing from, or none, under its label: a part of the forms that filter a page. */
export function Choice({
  name,
  label,
  chosen,
  none,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | null | undefined;
  /** What it says while nothing is chosen. */
  readonly none: string;
  readonly children: readonly { readonly value: string; readonly words: string }[];
}) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select id={id} name={name} className="control" defaultValue={chosen ?? ""}>
        <option value="">{none}</option>
        {children.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
