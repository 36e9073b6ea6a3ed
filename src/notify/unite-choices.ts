import { ALERT_KINDS } from "@/domain/alerts/alert";
import type { Choices } from "@/shapes/alert-shapes";

/** What somebody asked for before and what they ask for now, together; how often is as they say now. */
export function uniteChoices(before: Choices, now: Choices): Choices {
  const everyCouncil = before.everyCouncil || now.everyCouncil;
  return {
    everyCouncil,
    dfeCodes: everyCouncil ? [] : [...new Set([...before.dfeCodes, ...now.dfeCodes])].toSorted(),
    kinds: ALERT_KINDS.filter((kind) => before.kinds.includes(kind) || now.kinds.includes(kind)),
    frequency: now.frequency,
  };
}
