import { findCouncils } from "@/present/find-councils";
import { type CouncilNames, councilNames } from "@/present/named-councils";
import type { Reading } from "@/present/summaries";
import type { ChoiceFields, Chosen, FieldProblem } from "@/shapes/alert-form-shapes";
import type { Choices } from "@/shapes/alert-shapes";
import type { TypedChoices } from "./slip";

/** More can't be looked through: whoever finds so many types another letter. */
const MOST_FOUND = 12;

/** What somebody hears of, with the councils' names. */
export function namedChoices({ dfeCodes, ...choices }: Choices, names: CouncilNames): Chosen {
  const councils = dfeCodes.flatMap((code) => names.find(code) ?? []);
  return { ...choices, councils: byName(councils) };
}

/** What somebody hears of, as they would have typed it. */
export function typedOf({ dfeCodes, ...choices }: Choices, names: CouncilNames): TypedChoices {
  return { ...choices, councils: dfeCodes.flatMap((code) => names.find(code)?.slug ?? []), find: "" };
}

/** The fields of a form as they stand, with the councils' names and those that answer to what is looked for. */
export async function presentFields(
  context: Reading,
  { councils, find, ...typed }: TypedChoices,
  problems: readonly FieldProblem[],
): Promise<ChoiceFields> {
  const [names, { found }] = await Promise.all([
    councilNames(context),
    find === "" ? { found: [] } : findCouncils(context, find, MOST_FOUND),
  ]);
  const chosen = councils.flatMap((slug) => names.find(slug) ?? []);
  return {
    chosen: { ...typed, councils: byName(chosen) },
    find,
    found: found
      .filter(({ slug }) => !chosen.some((council) => council.slug === slug))
      .map(({ slug, name, region, foundAs }) => ({ slug, name, region, foundAs })),
    councils: names.live.length,
    problems: [...problems],
  };
}

function byName(councils: readonly { readonly slug: string; readonly name: string }[]): Chosen["councils"] {
  return councils
    .map(({ slug, name }) => ({ slug, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
