/**
 * What is noted of the High Needs Stability Grant for a council, each with its source. `other` is all that
 * decides nothing: hopes, reactions, general terms.
 */
export const GRANT_ITEMS = [
  "eligible-deficit",
  "plan-submitted",
  "plan-approved",
  "paid",
  "refused",
  "other",
] as const;
export type GrantItem = (typeof GRANT_ITEMS)[number];
