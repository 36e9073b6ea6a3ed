"use client";

import { useActionState } from "react";
import { Reason } from "@/components/admin/review/reason";
import { FormMessage } from "@/components/forms/form-message";
import { REGISTER_COLUMNS, type RegisterFileName } from "@/domain/register/register-columns";
import { COUNCIL_LIST, EntryField } from "./entry-field";
import { type EntryAction, UNTRIED } from "./entry-form-state";

/** Adds a row to a file of the register, or edits one; what speaks against it is said before it is kept. */
export function EntryForm({
  file,
  cells,
  councils,
  button,
  action,
}: {
  readonly file: RegisterFileName;
  /** What the row says now; empty for a new one. */
  readonly cells: Readonly<Record<string, string>>;
  readonly councils: readonly string[];
  readonly button: string;
  readonly action: EntryAction;
}) {
  const [{ attempt, told, problems, doubts, typed }, submit, sending] = useActionState(action, UNTRIED);
  const shown = typed?.cells ?? cells;
  const wholeRow = problems.filter(({ column }) => column === null);
  return (
    <form action={submit} className="max-w-3xl">
      {told === null && problems.length === 0 ? null : (
        <FormMessage kind="problem">
          {[told, ...wholeRow.map(({ message }) => message)].filter((words) => words !== null).join(" ") ||
            "Nothing was kept: see what has to be mended below."}
        </FormMessage>
      )}
      {/* Another attempt has other values: a browser keeps what it was first given. */}
      <div key={attempt} className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2">
        {REGISTER_COLUMNS[file].map((column) => (
          <div
            key={column.name}
            className={column.cell.kind === "words" || column.cell.kind === "citation" ? "sm:col-span-2" : ""}
          >
            <EntryField
              column={column}
              text={shown[column.name] ?? ""}
              problem={problems.find((problem) => problem.column === column.name)?.message}
            />
          </div>
        ))}
        <div className="sm:col-span-2">
          <Reason
            id="entry-reason"
            typed={typed?.reason}
            hint="Why it belongs here, or why it changes. Stays in the row’s history."
          />
        </div>
      </div>
      <datalist id={COUNCIL_LIST}>
        {councils.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {doubts.length === 0 ? null : (
        <div role="alert" className="mt-6 border-l-4 border-at-risk bg-wash px-4 py-3 text-sm">
          <p className="font-semibold">Look at this first. Nothing was kept yet.</p>
          <ul className="list-disc space-y-1 pt-1 pl-5">
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
          <p className="pt-2">Mend the row, or press the button once more if it is right all the same.</p>
          {doubts.map((doubt) => (
            <input key={doubt} type="hidden" name="seen" value={doubt} />
          ))}
        </div>
      )}
      <div className="pt-6">
        <button type="submit" className="button" disabled={sending}>
          {doubts.length === 0 ? button : "It is right: keep it"}
        </button>
      </div>
    </form>
  );
}
