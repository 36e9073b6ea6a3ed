import type { CalendarDate } from "@/domain/calendar-date";
import type { Known } from "@/domain/dsg/balance";

/** The High Needs Stability Grant covers deficits as at this day (DfE explanatory note, 9 February 2026). */
const GRANT_IS_FOR = "2026-03-31";

/** No balance before the day the grant is for can be after it; from then on a source has to say. */
export function afterStabilityGrantAt(asAt: CalendarDate): Known {
  return asAt < GRANT_IS_FOR ? "no" : "unknown";
}
