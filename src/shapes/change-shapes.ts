/** What `/api/v1/changes` answers: changes by meaning, with both sides and where each is printed. */
import { z } from "zod";
import { CHANGE_KINDS, NOT_NEWS } from "@/domain/changes/change";
import { correctionShape, metaShape, sourceShape } from "./api-shapes";

const year = z.string().regex(/^\d{4}-\d{2}$/);

export const changeValueShape = z.discriminatedUnion("kind", [
  /** A deficit is positive, a balance the other way round. */
  z.object({ kind: z.literal("money"), amountGbp: z.int() }),
  z.object({ kind: z.literal("count"), count: z.int() }),
  z.object({ kind: z.literal("year"), year }),
  z.object({ kind: z.literal("years"), from: year.nullable(), to: year.nullable() }),
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("truth"), holds: z.boolean() }),
  /** Published as missing, or as not known yet. */
  z.object({ kind: z.literal("missing"), reason: z.string() }),
]);
export type PublishedChangeValue = z.infer<typeof changeValueShape>;

/** What changed, without whose it is and where it stands: enough to say it in words. */
export const changedShape = z.object({
  kind: z.enum(CHANGE_KINDS),
  financialYear: year.optional(),
  agreementVersion: z.string().optional(),
  /** What within its kind: an attachment's title, a condition's number, a payment's status. */
  subject: z.string().optional(),
  /** Null: there was nothing, or nothing is held. */
  before: changeValueShape.nullable(),
  after: changeValueShape.nullable(),
  /** After less before. */
  sizeGbp: z.int().optional(),
});
export type Changed = z.infer<typeof changedShape>;

export const changeShape = z.object({
  id: z.int(),
  kind: changedShape.shape.kind,
  /** Null for what concerns a page or an edition as a whole. */
  authority: z
    .object({ dfeCode: z.string(), gssCode: z.string(), name: z.string(), slug: z.string() })
    .nullable(),
  ...changedShape.omit({ kind: true }).shape,
  summary: z.string(),
  detectedAt: z.iso.datetime(),
  /** Why it's no news of a publisher; absent: it is. */
  notNews: z.enum(NOT_NEWS).optional(),
  evidence: z.object({ before: sourceShape.nullable(), after: sourceShape.nullable() }),
  /** For a figure corrected, or its correction withdrawn: who corrected it, and why. */
  correction: correctionShape
    .omit({ originalGbp: true })
    .extend({ withdrawnBecause: z.string().optional() })
    .optional(),
});
export type Change = z.infer<typeof changeShape>;

/** A row of the table of changes for others: both sides as text, and the source of the later one. */
export const changeRowShape = z.object({
  at: z.iso.datetime(),
  kind: changedShape.shape.kind,
  financialYear: year.optional(),
  agreementVersion: z.string().optional(),
  subject: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  sizeGbp: z.int().optional(),
  summary: z.string(),
  source: sourceShape.nullable(),
});

export const changesAnswerShape = z.object({
  data: z.array(changeShape),
  /** To be passed as `cursor` for the changes before these; null at the end. */
  nextCursor: z.string().nullable(),
  meta: metaShape,
});

/** The changes that one document brought on one day. */
export const changeGroupShape = z.object({
  day: z.string(),
  publication: z.object({ id: z.string(), title: z.string() }),
  /** SHA-256 of its bytes. */
  document: z.string(),
  /** All of them; `changes` may be the first few. */
  count: z.int(),
  changes: z.array(changeShape),
});
export type ChangeGroup = z.infer<typeof changeGroupShape>;

export const changeGroupsAnswerShape = z.object({
  data: z.object({
    groups: z.array(changeGroupShape),
    /** The council asked for; null: all. */
    authority: changeShape.shape.authority,
    /** Councils of which there is a change, by name. */
    councils: z.array(z.object({ slug: z.string(), name: z.string() })),
    /** Of the document asked for: which page of its changes is shown, of how many. */
    page: z.int(),
    pages: z.int(),
  }),
  nextCursor: z.string().nullable(),
  meta: metaShape,
});

/** The versions of one council's agreement, and what differs between two of them. */
export const agreementHistoryShape = z.object({
  versions: z.array(
    z.object({
      version: z.string(),
      cohort: year,
      current: z.boolean(),
      checked: z.boolean(),
      source: sourceShape,
    }),
  ),
  compared: z
    .object({
      from: z.string(),
      to: z.string(),
      /** One of them is known only from elsewhere: terms that it doesn't give aren't differences. */
      partly: z.boolean(),
      differences: z.array(
        z.object({
          ...changedShape.shape,
          summary: z.string(),
          evidence: z.object({ before: sourceShape.nullable(), after: sourceShape.nullable() }),
        }),
      ),
    })
    .nullable(),
});
export type AgreementHistory = z.infer<typeof agreementHistoryShape>;
export type AgreementDifference = NonNullable<AgreementHistory["compared"]>["differences"][number];
