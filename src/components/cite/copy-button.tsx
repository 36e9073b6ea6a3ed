"use client";

import { useState, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * Copies a text that stands beside it. Seen only where copying works: with script, and over https or on one's
 * own machine. Its place is kept free, so nothing moves when it appears.
 */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const works = useSyncExternalStore(
    never,
    () => navigator.clipboard !== undefined,
    () => false,
  );
  const [said, setSaid] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Could not be copied: select the text instead"),
    );
  return (
    <p className={`screen-only mt-3 flex flex-wrap items-center gap-4 ${works ? "" : "invisible"}`}>
      <button type="button" className="button" onClick={copy}>
        Copy {what}
      </button>
      <span role="status" className="text-sm text-ink-soft">
        {said}
      </span>
    </p>
  );
}
