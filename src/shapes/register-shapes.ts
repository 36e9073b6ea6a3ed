/** The evidence register as the people who keep it see it. */
import { z } from "zod";
import { REGISTER_FILES } from "@/domain/register/register-columns";

export const registerFileShape = z.enum(REGISTER_FILES);

/** Which row of a file: an entry that a person made, or a row of the project's own file by its key. */
export const registerRowAddress = z.string().regex(/^(entry-[1-9]\d{0,8}|row-[0-9a-f]{64})$/);

const cells = z.record(z.string(), z.string());
const ENTRY_VERBS = ["added", "edited", "retired", "restored"] as const;

const registerVersionShape = z.object({
  verb: z.enum(ENTRY_VERBS),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});

export const listedRegisterFileShape = z.object({
  file: registerFileShape,
  rows: z.int(),
  /** How many rows people have added, edited or retired. */
  touched: z.int(),
  /** How many of these the register hasn't been read with yet. */
  waiting: z.int(),
});
export type ListedRegisterFile = z.infer<typeof listedRegisterFileShape>;

export const listedRegisterRowShape = z.object({
  address: registerRowAddress,
  cells,
  /** What became of it last; null for a row of the project's own file that nobody has touched. */
  last: registerVersionShape.nullable(),
  retired: z.boolean(),
  /** The register hasn't been read with it yet. */
  waits: z.boolean(),
});
export type ListedRegisterRow = z.infer<typeof listedRegisterRowShape>;

export const registerRowShape = listedRegisterRowShape.omit({ last: true }).extend({
  /** Oldest first; what each said. */
  versions: z.array(registerVersionShape.extend({ cells })),
});
export type RegisterRowDetail = z.infer<typeof registerRowShape>;

export const entryProblemShape = z.object({ column: z.string().nullable(), message: z.string() });
export type ToldEntryProblem = z.infer<typeof entryProblemShape>;

export const keptEntryShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("kept"), address: registerRowAddress, run: z.string() }),
  z.object({
    kind: z.literal("not-kept"),
    problems: z.array(entryProblemShape),
    /** To be looked at: it is kept once they are sent along. */
    doubts: z.array(z.string()),
  }),
]);

export const LARGEST_IMPORT_BYTES = 500_000;

export const importReportShape = z.object({
  file: registerFileShape.nullable(),
  /** Why nothing of the file can be kept; null when its rows can be told apart. */
  refused: z.string().nullable(),
  rows: z.array(
    z.object({
      line: z.int(),
      state: z.enum(["good", "doubtful", "held", "bad"]),
      cells,
      problems: z.array(entryProblemShape),
      doubts: z.array(z.string()),
    }),
  ),
  kept: z.int(),
});
export type ImportedReport = z.infer<typeof importReportShape>;
