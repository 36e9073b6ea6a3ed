"use client";

import { useEffect, useState } from "react";
import { formatDate } from "@/wording/dates";
import { formatCount } from "@/wording/money";
import { visitsAfter, writtenVisits } from "./visits";

const KEY = "visits";

/**
 * What was found since the last visit. Two dates are kept in the visitor's own browser and sent nowhere; without
 * script, on a first visit, or where a browser keeps nothing, there is nothing to see.
 */
export function SinceLastVisit({
  days,
}: {
  /** Days on which something was found, and how much. */
  readonly days: readonly { readonly day: string; readonly changes: number }[];
}) {
  const [before, setBefore] = useState<string | null>(null);
  useEffect(() => setBefore(noteVisit()), []);
  if (before === null) return null;
  const found = days.filter(({ day }) => day >= before).reduce((sum, { changes }) => sum + changes, 0);
  const forget = () => {
    window.localStorage.removeItem(KEY);
    setBefore(null);
  };
  return (
    <p className="screen-only max-w-[50rem] border-l-2 border-accent pl-3 text-sm text-ink-soft">
      You were last here on {formatDate(before)}.{" "}
      {found === 0 ? (
        "Nothing that we follow has changed since."
      ) : (
        <>
          <a href="/changes">
            {formatCount(found)} {found === 1 ? "change was" : "changes were"} found
          </a>{" "}
          on that day or since.
        </>
      )}{" "}
      The dates of your last two visits are kept in this browser only, and sent to nobody.{" "}
      <button type="button" className="figure" onClick={forget}>
        Forget them
      </button>
    </p>
  );
}

/** Notes today; the day of the visit before, null where there was none or the browser keeps nothing. */
function noteVisit(): string | null {
  try {
    const visits = visitsAfter(window.localStorage.getItem(KEY), new Date().toISOString().slice(0, 10));
    window.localStorage.setItem(KEY, writtenVisits(visits));
    return visits.before;
  } catch {
    return null;
  }
}
