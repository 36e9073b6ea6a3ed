"use client";

import { useActionState } from "react";
import { Reason } from "@/components/admin/review/reason";
import { FormMessage } from "@/components/forms/form-message";
import type { ImportedReport } from "@/shapes/register-shapes";
import { type ImportAction, NO_FILE } from "./import-form-state";
import { ImportReport } from "./import-report";

/** Brings rows in a CSV file: first a look at what would become of each, then the keeping. */
export function ImportForm({ action }: { readonly action: ImportAction }) {
  const [{ attempt, csv, reason, report, problem }, submit, sending] = useActionState(action, NO_FILE);
  return (
    <form action={submit} className="grid max-w-3xl gap-4">
      {problem === null ? null : <FormMessage kind="problem">{problem}</FormMessage>}
      <div>
        <label htmlFor="file" className="block text-sm font-medium">
          A CSV file
        </label>
        <input
          key={attempt}
          id="file"
          name="file"
          type="file"
          accept=".csv,text/csv"
          className="control mt-1"
        />
      </div>
      <div>
        <label htmlFor="csv" className="block text-sm font-medium">
          Or its text
        </label>
        <p id="csv-hint" className="text-xs text-ink-faint">
          The first line has the headings, as an export has them. Mend a refused row here and look again.
        </p>
        <textarea
          key={attempt}
          id="csv"
          name="csv"
          rows={report === null ? 4 : 8}
          defaultValue={csv}
          spellCheck={false}
          aria-describedby="csv-hint"
          className="control mt-1 font-mono text-xs"
        />
      </div>
      <div>
        <button
          type="submit"
          name="step"
          value="nothing"
          formNoValidate
          className="button"
          disabled={sending}
        >
          Look at what would be kept
        </button>
      </div>
      {report === null ? null : <ImportReport report={report} />}
      {report === null ? null : <Keep report={report} attempt={attempt} reason={reason} sending={sending} />}
    </form>
  );
}

function Keep({
  report,
  attempt,
  reason,
  sending,
}: {
  readonly report: ImportedReport;
  readonly attempt: number;
  readonly reason: string;
  readonly sending: boolean;
}) {
  const count = (state: ImportedReport["rows"][number]["state"]) =>
    report.rows.filter((row) => row.state === state).length;
  const [good, doubtful, bad] = [count("good"), count("doubtful"), count("bad")];
  if (good + doubtful === 0) return null;
  return (
    <section aria-labelledby="keep" className="grid gap-3 border-t border-rule-strong pt-4">
      <h2 id="keep" className="text-lg">
        Keep them
      </h2>
      <Reason
        key={attempt}
        id="import-reason"
        typed={reason}
        hint="Where the file is from. Stays in the history of every row."
      />
      {doubtful === 0 ? null : (
        <label className="tick">
          <input type="checkbox" name="despite" value="yes" />
          <span className="text-sm">
            The doubtful rows too: I have looked at what speaks against each, and it is right all the same
          </span>
        </label>
      )}
      <div className="flex flex-wrap gap-3">
        {bad > 0 ? null : (
          <button type="submit" name="step" value="all" className="button" disabled={sending}>
            Keep all
          </button>
        )}
        {bad + doubtful === 0 ? null : (
          <button type="submit" name="step" value="the good ones" className="button-quiet" disabled={sending}>
            Keep what can be kept, leave the rest
          </button>
        )}
      </div>
    </section>
  );
}
