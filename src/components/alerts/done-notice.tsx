import type { ManagePage } from "@/shapes/alert-form-shapes";

const WORDS: Record<NonNullable<ManagePage["done"]>, string> = {
  confirmed: "Confirmed. You hear of what happens from now on; nothing new, no message.",
  saved: "Saved.",
  tested: "A test is on its way. Open this page again in a moment to see what came of it.",
  enabled: "The webhook is called again, for what happens from now on.",
  removed: "The webhook has been removed.",
};

/** What a form has just done. */
export function DoneNotice({ done }: { readonly done: ManagePage["done"] }) {
  return done === null ? null : (
    <p role="status" className="my-6 prose-width border-l-4 border-on-track bg-wash px-4 py-2">
      {WORDS[done]}
    </p>
  );
}
