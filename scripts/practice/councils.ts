import { blankshire } from "./councils/blankshire";
import { draftshire } from "./councils/draftshire";
import { exampleshire } from "./councils/exampleshire";
import { fictonshire } from "./councils/fictonshire";
import { madeupham } from "./councils/madeupham";
import { mockham } from "./councils/mockham";
import { oldshire } from "./councils/oldshire";
import { placeholder } from "./councils/placeholder";
import { pretendford } from "./councils/pretendford";
import { sampleton } from "./councils/sampleton";
import { specimenOnSea } from "./councils/specimen-on-sea";
import { testbury } from "./councils/testbury";
import type { PracticeCouncil } from "./practice-council";

/** Every invented council, by code: the only source of every practice document. */
export const PRACTICE_COUNCILS: readonly PracticeCouncil[] = [
  exampleshire,
  sampleton,
  testbury,
  mockham,
  oldshire,
  draftshire,
  specimenOnSea,
  pretendford,
  placeholder,
  fictonshire,
  madeupham,
  blankshire,
];
