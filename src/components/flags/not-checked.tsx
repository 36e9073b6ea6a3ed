import { NOT_CHECKED } from "@/wording/flags";

/** Visible wherever something rests on terms that nobody has confirmed. */
export function NotChecked() {
  return (
    <span className="inline-block border border-notice-edge bg-notice px-1.5 text-xs whitespace-nowrap">
      {NOT_CHECKED}
    </span>
  );
}
