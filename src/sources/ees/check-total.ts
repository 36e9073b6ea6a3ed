import type { Finding } from "@/domain/finding";
import type { Locator } from "@/domain/provenance";

export interface Addition {
  /** As people read it: `2023-24`, `January 2025`. */
  readonly label: string;
  /** What councils print; null where a symbol stands for the figure. */
  readonly parts: readonly (number | null)[];
  /** Rows that were set aside, whose figures the sum lacks. */
  readonly setAside: number;
  /** True of counts: what is withheld can then only be missing from the councils' side. */
  readonly neverNegative: boolean;
  /** England as printed, if it is. */
  readonly total: { readonly value: number; readonly locator: Locator } | null;
  /** How far rounding alone can put the sum and the total apart. */
  readonly rounding: number;
  /** A number as people read it. */
  readonly say: (value: number) => string;
}

/**
 * Whether the councils add up to England, as they do in every edition seen.
 *
 * They don't: nothing of the edition is published. England isn't printed: a note. Some councils have a
 * symbol instead of a figure, or their rows couldn't be read: a difference proves nothing, and is shown as
 * a doubt, unless it is more than these councils can account for.
 */
export function checkTotal({
  label,
  parts,
  setAside,
  neverNegative,
  total,
  rounding,
  say,
}: Addition): Finding[] {
  if (!total) {
    return [
      {
        kind: "total-not-printed",
        severity: "note",
        message: `England isn't printed for ${label}, so the councils couldn't be held against it.`,
      },
    ];
  }
  const sum = parts.reduce<number>((added, part) => added + (part ?? 0), 0);
  if (Math.abs(sum - total.value) <= rounding) return [];
  const withheld = parts.filter((part) => part === null).length + setAside;
  const explained = isExplained(total.value - sum, withheld, parts, neverNegative);
  return [
    {
      kind: "total-differs",
      severity: explained ? "doubt" : "stop",
      message: explained
        ? `The councils don't add up to England for ${label}; ${withheld} of them have no figure that can be read, which may be why.`
        : `The councils don't add up to England for ${label}. Nothing of the edition is published.`,
      expected: say(total.value),
      met: say(sum),
      locator: total.locator,
    },
  ];
}

/** No council is far larger than the largest one printed: twice its size is the most one can stand for. */
function isExplained(
  difference: number,
  withheld: number,
  parts: Addition["parts"],
  neverNegative: boolean,
): boolean {
  if (withheld === 0 || (neverNegative && difference < 0)) return false;
  const largest = parts.reduce<number>((most, part) => Math.max(most, Math.abs(part ?? 0)), 0);
  return Math.abs(difference) <= withheld * 2 * largest;
}
