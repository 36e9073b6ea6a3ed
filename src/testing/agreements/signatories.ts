import type { CalendarDate } from "@/domain/calendar-date";
import type { Signature } from "./agreement-specification";

/** Nobody's names, so odd that they can't appear in a reading by chance. */
const NAMES = [
  ["Quentin Farthingdale", "Ottoline Brackenbury"],
  ["Peregrine Wexcombe", "Drusilla Hartnoll-Pyke"],
  ["Ignatius Quillfeather", "Marigold Thrupp"],
  ["Lavinia Osgathorpe", "Barnaby Crickhollow"],
  ["Theodora Winterslow", "Cuthbert Applegarth"],
] as const;

/** The council's signature and the department's, each dated or not; a month may stand for a day. */
export function signedBy(
  pair: 0 | 1 | 2 | 3 | 4,
  council: string | null,
  department: string | null,
): Signature[] {
  const [theirs, ours] = NAMES[pair];
  return [
    { name: theirs, post: "Chief Executive of the council", on: council as CalendarDate | null },
    { name: ours, post: "Director, Department for Education", on: department as CalendarDate | null },
  ];
}

/** Every invented signatory: no reading may hold their names. */
export const SIGNATORIES: readonly string[] = NAMES.flat();
