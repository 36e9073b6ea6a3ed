"use client";

import { useRouter } from "next/navigation";
import { CouncilCombobox } from "./council-combobox";

/**
 * A search for a council by any name or code it has or had.
 *
 * A plain form to the table of councils, which goes straight on to a council that was named in full; with script it
 * goes on to the council that is chosen while one types.
 */
export function CouncilSearch({
  label = "Find a council by name or code",
  placeholder = "Find a council",
  className = "",
}: {
  /** Where a page has a second one beside the one in its head, its own name. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly className?: string;
}) {
  const router = useRouter();
  return (
    <search className={`screen-only block ${className}`}>
      <form action="/authorities" method="get">
        <CouncilCombobox
          field={{ name: "q" }}
          label={label}
          placeholder={placeholder}
          button={{ words: "Find" }}
          onChoose={({ slug }) => router.push(`/authorities/${slug}`)}
        />
      </form>
    </search>
  );
}
