import clsx from "clsx";
import type { CouncilSearch } from "@/shapes/search-shapes";

/** The list under the field; there but hidden while nothing is to be shown, so that the field may always name it. */
export function FoundCouncils({
  id,
  answer,
  active,
  onChoose,
}: {
  readonly id: string;
  readonly answer: CouncilSearch | null;
  readonly active: number;
  readonly onChoose: (slug: string) => void;
}) {
  const found = answer?.found ?? [];
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label="Councils"
        hidden={found.length === 0}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-[70vh] overflow-y-auto border border-control-edge bg-raised shadow-tremor-dropdown"
      >
        {found.map(({ name, slug, region, foundAs, alike }, index) => (
          // The field keeps the focus and hears the keys: an option is only pointed at.
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field chooses the option that is active.
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for focus.
          <div
            key={slug}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === active}
            className={clsx(
              "min-h-11 cursor-pointer px-3 py-2 text-sm leading-snug",
              index === active && "bg-accent text-paper",
              index !== active && "hover:bg-accent-wash",
            )}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(slug)}
          >
            <span className="font-medium">{name}</span>{" "}
            <span className={clsx("block text-xs", index === active ? "text-paper" : "text-ink-soft")}>
              {foundAs === null || alike ? region : `found as ${foundAs}, ${region}`}
            </span>
          </div>
        ))}
      </div>
      {answer !== null && found.length === 0 ? (
        <p className="absolute inset-x-0 top-full z-20 mt-1 border border-control-edge bg-raised px-3 py-2 text-sm">
          No council answers to that.
        </p>
      ) : null}
    </>
  );
}
