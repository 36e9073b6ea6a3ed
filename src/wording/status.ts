import type { Programme, Status } from "@/shapes/api-shapes";

const STATUS = {
  missed: { word: "Missed", sentence: "The published figures are above what was agreed." },
  "at-risk": { word: "At risk", sentence: "A published figure or statement puts the agreement in doubt." },
  unknown: { word: "Not judged", sentence: "We do not judge this promise yet." },
  "on-track": { word: "On track", sentence: "The published figures are within what was agreed." },
  "no-agreement": { word: "No agreement", sentence: "This council signed no safety valve agreement." },
} as const satisfies Record<Status, { word: string; sentence: string }>;

export function statusWord(status: Status): string {
  return STATUS[status].word;
}

export function statusSentence(status: Status): string {
  return STATUS[status].sentence;
}

/** The order in which councils are listed by status. */
export const GRAVEST_FIRST: readonly Status[] = ["missed", "at-risk", "unknown", "on-track", "no-agreement"];

const PROGRAMME = {
  "safety-valve": "Safety valve",
  "delivering-better-value": "Delivering Better Value",
  unknown: "On no list we hold",
} as const satisfies Record<Programme, string>;

/** In the order in which they are offered. From here rather than from the shapes, which a browser would load whole. */
export const PROGRAMMES_IN_ORDER: readonly Programme[] = [
  "safety-valve",
  "delivering-better-value",
  "unknown",
];

export function programmeWords(programme: Programme): string {
  return PROGRAMME[programme];
}

const REGION_ENDINGS = /^(North|South|East|West)/;

/** A region inside a sentence: "in the South East", "in London". */
export function inRegion(region: string): string {
  return REGION_ENDINGS.test(region) ? `in the ${region}` : `in ${region}`;
}
