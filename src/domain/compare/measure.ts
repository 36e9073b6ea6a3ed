/** So many councils are compared at most: more lines than that nobody tells apart. */
export const MOST_COMPARED = 6;

/** What councils are compared by, one at a time. */
export const MEASURES = ["net", "gross", "block", "plan", "allocation", "promised"] as const;
export type Measure = (typeof MEASURES)[number];

/** In its own unit, or against the first year that all have. */
export const SCALES = ["value", "index"] as const;
export type Scale = (typeof SCALES)[number];

/**
 * Measures of which all councils' figures are on one footing, so that sizes and courses may be set against each
 * other. Gross and planned deficits are stated on different bases and scopes: each is read by itself.
 */
export function onOneFooting(measure: Measure): boolean {
  return measure !== "gross" && measure !== "promised";
}
