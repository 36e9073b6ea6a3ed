import type { ReactNode } from "react";

/** A box or a button to be ticked, with its words: all of it can be pressed. */
export function Tick({
  type,
  name,
  value,
  ticked,
  children,
  note,
}: {
  readonly type: "checkbox" | "radio";
  readonly name: string;
  readonly value: string;
  /** To begin with. */
  readonly ticked: boolean;
  readonly children: ReactNode;
  /** A sentence that explains it. */
  readonly note?: ReactNode;
}) {
  const id = `${name}-${value}`;
  return (
    <div className="tick">
      <input
        id={id}
        type={type}
        name={name}
        value={value}
        defaultChecked={ticked}
        {...(note === undefined ? {} : { "aria-describedby": `${id}-note` })}
      />
      <label htmlFor={id}>
        <span className="font-medium">{children}</span>
      </label>
      {note === undefined ? null : (
        <p id={`${id}-note`} className="col-start-2 text-sm text-ink-soft">
          {note}
        </p>
      )}
    </div>
  );
}
