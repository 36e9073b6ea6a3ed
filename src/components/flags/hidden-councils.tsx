import Link from "next/link";
import type { HiddenCouncil } from "@/shapes/answer-shapes";
import { hiddenSentence } from "@/wording/hiding";

/** Over a list of flags: whose flags aren't in it, and why. */
export function HiddenCouncils({ hidden }: { readonly hidden: readonly HiddenCouncil[] }) {
  if (hidden.length === 0) return null;
  return (
    <ul
      aria-label="Councils whose flags are hidden"
      className="mb-8 prose-width space-y-2 border-l-4 border-notice-edge bg-notice px-4 py-3 text-sm wrap-anywhere"
    >
      {hidden.map(({ authority, verdictsHidden }) => (
        <li key={authority.dfeCode}>
          <Link href={`/authorities/${authority.slug}`} className="font-semibold">
            {authority.name}
          </Link>
          {": "}
          {hiddenSentence(verdictsHidden)}
        </li>
      ))}
    </ul>
  );
}
