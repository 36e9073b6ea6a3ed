import { expect, it } from "vitest";
import { pence } from "../money";
import { needsRecord, readThreshold, THRESHOLD_NAMES, typedThreshold } from "./read-threshold";
import { THRESHOLDS, type Thresholds } from "./thresholds";

it.each([
  ["toleranceFloor", "250000", "25000000"],
  ["toleranceFloor", " £250,000 ", "25000000"],
  ["toleranceFloor", "0", "0"],
  ["toleranceFloor", "100,000,000", "10000000000"],
  ["toleranceFloor", "100,000,001", null],
  ["toleranceFloor", "-1", null],
  ["toleranceFloor", "0.5", null],
  ["toleranceFloor", "25,00", null],
  ["toleranceBasisPoints", "1", "100"],
  ["toleranceBasisPoints", "0.5 %", "50"],
  ["toleranceBasisPoints", "1.29", "129"],
  ["toleranceBasisPoints", "0", "0"],
  ["toleranceBasisPoints", "100", "10000"],
  ["toleranceBasisPoints", "100.01", null],
  ["toleranceBasisPoints", "1e2", null],
  ["staleAfterMonths", "1", "1"],
  ["staleAfterMonths", "0", null],
  ["staleAfterMonths", "60", "60"],
  ["staleAfterMonths", "61", null],
  ["onTrackWithinMonths", "20", "20"],
  ["onTrackWithinMonths", "20.5", null],
  ["judgedThrough", "2025/26", "2025-26"],
  ["judgedThrough", "2020-21", "2020-21"],
  ["judgedThrough", "2019-20", null],
  ["judgedThrough", "2039-40", "2039-40"],
  ["judgedThrough", "2040-41", null],
  ["judgedThrough", "next year", null],
  ["judgedThrough", "", null],
] as const)("%s typed as %j is kept as %j", (name, typed, stored) => {
  expect(readThreshold(name, typed)).toMatchObject(stored === null ? { kind: "problem" } : { stored });
});

it.each(THRESHOLD_NAMES)("%s as it stands is read as what it is", (name: keyof Thresholds) => {
  const thresholds = { ...THRESHOLDS, toleranceBasisPoints: 129, toleranceFloor: pence(31_200_000) };
  expect(readThreshold(name, typedThreshold(name, thresholds))).toEqual({
    ...{ kind: "value", stored: String(thresholds[name]) },
  });
});

it.each([
  ["2025-26", false],
  ["2026-27", true],
])("judging to %s needs a record of DfE's page: %s", (year, expected) => {
  expect(needsRecord(year)).toBe(expected);
});
