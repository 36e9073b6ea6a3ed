import type { FlagState } from "@/domain/flags/compare-assessments";
import { RULES, type RuleName, SEVERITIES, type Severity } from "@/domain/flags/flag";
import { readCode, readWith } from "./read-parameter";

export const FLAG_PARAMETERS = ["rule", "severity", "authority", "state"] as const;

export interface FlagQuery {
  readonly rule: RuleName | undefined;
  readonly severity: Severity | undefined;
  readonly authority: string | undefined;
  readonly state: FlagState;
}

/** Withdrawn ones are told on their own page, by their address. */
const ASKED_STATES = ["open", "cleared"] as const;

/**
 * Reads the parameters of `/api/v1/flags`.
 *
 * @throws Problem (400) naming the parameter and what it may be
 */
export function readFlagQuery(parameters: URLSearchParams): FlagQuery {
  const oneOf = <Word extends string>(name: (typeof FLAG_PARAMETERS)[number], words: readonly Word[]) =>
    readWith(
      parameters.get(name) ?? undefined,
      (text) => words.find((word) => word === text) ?? null,
      name,
      `one of ${words.join(", ")}`,
    );
  return {
    rule: oneOf("rule", RULES),
    severity: oneOf("severity", SEVERITIES),
    authority: readWith(
      parameters.get("authority") ?? undefined,
      readCode,
      "authority",
      "an ONS code, a DfE code or an address name",
    ),
    state: oneOf("state", ASKED_STATES) ?? "open",
  };
}
