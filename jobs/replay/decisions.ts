import type { Context } from "@/context";
import { isCorrectableTable } from "@/domain/corrections/correction";
import { pence } from "@/domain/money";
import { hideVerdicts, showVerdicts } from "@/review/hide-verdicts";
import { mapSpelling } from "@/review/map-spelling";
import { publishNoteAgain } from "@/review/publish-note";
import { recordCorrection } from "@/review/record-correction";
import { recordReply, takeReplyDown } from "@/review/record-reply";
import { restoreFlag } from "@/review/restore-flag";
import { REVIEW_VERB } from "@/review/review-verbs";
import { withdrawCorrection } from "@/review/withdraw-correction";
import { withdrawFlag } from "@/review/withdraw-flag";
import { withdrawNote } from "@/review/withdraw-note";
import { withdrawSpelling } from "@/review/withdraw-spelling";
import type { ReviewVerb } from "@/shapes/review-shapes";
import type { DecisionKind } from "./happened";
import { figureLike, readingLike } from "./in-another-store";

/**
 * Everything that people decide and figures or flags rest on, by kind. Of one instant the kinds happen in this order.
 *
 * A new table of decisions belongs here: without it a store can't be rebuilt from its documents and decisions.
 */
export const DECISIONS: readonly DecisionKind[] = [
  { name: "thresholds", load: loadThresholds },
  { name: "spellings", load: loadSpellings },
  { name: "spellings taken back", load: loadSpellingWithdrawals },
  { name: "rows of the evidence register", load: loadRegisterEntries },
  { name: "what became of them", load: loadRegisterVersions },
  { name: "reviews", load: loadReviews },
  { name: "corrections", load: loadCorrections },
  { name: "withdrawals of corrections", load: loadWithdrawals },
  { name: "flags withdrawn and restored", load: loadFlagDecisions },
  { name: "verdicts hidden", load: loadHidings },
  { name: "verdicts shown again", load: loadHidingEnds },
  { name: "replies", load: loadReplies },
  { name: "correction notes", load: loadNotes },
  { name: "correction notes taken back", load: loadNoteWithdrawals },
];

async function loadThresholds({ database }: Context) {
  const rows = await database.threshold.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => ({
    at: row.setAt,
    what: `setting ${row.name} to ${row.value}`,
    again: async (context: Context) => void (await context.database.threshold.create({ data: row })),
  }));
}

async function loadSpellings({ database }: Context) {
  const rows = await database.councilSpelling.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ id, spelling, dfeCode, reason, actor, mappedAt }) => ({
    at: mappedAt,
    what: `spelling "${spelling}"`,
    async again(context: Context) {
      // Taking it back names its number.
      await context.database.$queryRaw`
        SELECT setval(pg_get_serial_sequence('"CouncilSpelling"', 'id'), ${id}, false)`;
      await mapSpelling({ ...context, actor }, { spelling, dfeCode, reason });
    },
  }));
}

async function loadSpellingWithdrawals({ database }: Context) {
  const rows = await database.councilSpellingWithdrawal.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ spellingId, reason, actor, withdrawnAt }) => ({
    at: withdrawnAt,
    what: `taking back of spelling ${spellingId}`,
    again: async (context: Context) =>
      void (await withdrawSpelling({ ...context, actor }, { spellingId, reason })),
  }));
}

/*
 * As they are, not checked once more: what the register held at the time is in the documents that were read, which
 * are read again as they were.
 */
async function loadRegisterEntries({ database }: Context) {
  const rows = await database.registerEntry.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => ({
    at: row.createdAt,
    what: `row ${row.id} of the evidence register`,
    again: async (context: Context) => void (await context.database.registerEntry.create({ data: row })),
  }));
}

async function loadRegisterVersions({ database }: Context) {
  const rows = await database.registerEntryVersion.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ cells, ...row }) => ({
    at: row.recordedAt,
    what: `row ${row.entryId} of the evidence register, ${row.verb}`,
    async again(context: Context) {
      await context.database.registerEntryVersion.create({ data: { ...row, cells: cells as object } });
    },
  }));
}

async function loadReviews({ database }: Context) {
  const rows = await database.reviewDecision.findMany({ include: { reading: true }, orderBy: { id: "asc" } });
  return rows.map(({ decidedAt, verb, reading, reason, actor }) => ({
    at: decidedAt,
    what: `${verb} of ${reading.url}`,
    async again(context: Context) {
      const readingId = await readingLike(context, reading);
      await REVIEW_VERB[verb as ReviewVerb]({ ...context, actor }, { readingId, reason });
    },
  }));
}

async function loadCorrections({ database }: Context) {
  const rows = await database.correction.findMany({ orderBy: { id: "asc" } });
  return Promise.all(
    rows.map(async (row) => {
      const { table, column, figureId, correctedPence, reason, citationTitle: title, citationUrl: url } = row;
      if (!isCorrectableTable(table)) throw new Error(`Correction ${row.id} is of "${table}".`);
      return {
        at: row.recordedAt,
        what: `correction ${row.id}`,
        async again(context: Context) {
          const id = await figureLike(database, context.database, table, figureId);
          // Its number is shown to people, and a withdrawal names it.
          await context.database.$queryRaw`
            SELECT setval(pg_get_serial_sequence('"Correction"', 'id'), ${row.id}, false)`;
          await recordCorrection(
            { ...context, actor: row.actor },
            {
              figure: { table, id, column: column as "deficitPence" },
              corrected: pence(Number(correctedPence)),
              source: { title, url },
              correctedOn: row.correctedOn,
              reason,
            },
          );
        },
      };
    }),
  );
}

async function loadWithdrawals({ database }: Context) {
  const rows = await database.correctionWithdrawal.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ correctionId, reason, actor, withdrawnAt }) => ({
    at: withdrawnAt,
    what: `withdrawal of correction ${correctionId}`,
    again: async (context: Context) =>
      void (await withdrawCorrection({ ...context, actor }, { correctionId, reason })),
  }));
}

async function loadFlagDecisions({ database }: Context) {
  const rows = await database.flagDecision.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ flagId, verb, reason, actor, decidedAt }) => ({
    at: decidedAt,
    what: `${verb} of the flag ${flagId}`,
    async again(context: Context) {
      const decide = verb === "withdraw" ? withdrawFlag : restoreFlag;
      await decide({ ...context, actor }, { flagId, reason });
    },
  }));
}

async function loadHidings({ database }: Context) {
  const rows = await database.verdictHiding.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ dfeCode, reason, actor, hiddenAt }) => ({
    at: hiddenAt,
    what: `hiding of the verdicts of ${dfeCode}`,
    again: async (context: Context) => void (await hideVerdicts({ ...context, actor }, { dfeCode, reason })),
  }));
}

async function loadHidingEnds({ database }: Context) {
  const rows = await database.verdictHidingEnd.findMany({ orderBy: { hidingId: "asc" } });
  return rows.map(({ dfeCode, reason, actor, endedAt }) => ({
    at: endedAt,
    what: `showing of the verdicts of ${dfeCode}`,
    again: async (context: Context) => void (await showVerdicts({ ...context, actor }, { dfeCode, reason })),
  }));
}

async function loadReplies({ database }: Context) {
  const rows = await database.flagReply.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ flagId, text, saidBy, saidOn, url, reason, actor, recordedAt }) => ({
    at: recordedAt,
    what: `reply beside the flag ${flagId}`,
    async again(context: Context) {
      const asActor = { ...context, actor };
      if (text === null || saidBy === null || saidOn === null)
        await takeReplyDown(asActor, { flagId, reason });
      else await recordReply(asActor, { ...{ flagId, text, saidBy, saidOn, url, reason } });
    },
  }));
}

/** Without the reports that led to them: those are people's, and nothing rests on them. */
async function loadNotes({ database }: Context) {
  const rows = await database.correctionNote.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ id, publishedAt, actor, ...words }) => ({
    at: publishedAt,
    what: `correction note ${id}`,
    async again(context: Context) {
      // Taking it back names its number.
      await context.database.$queryRaw`
        SELECT setval(pg_get_serial_sequence('"CorrectionNote"', 'id'), ${id}, false)`;
      await publishNoteAgain({ ...context, actor }, words);
    },
  }));
}

async function loadNoteWithdrawals({ database }: Context) {
  const rows = await database.correctionNoteWithdrawal.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ noteId, reason, actor, withdrawnAt }) => ({
    at: withdrawnAt,
    what: `taking back of correction note ${noteId}`,
    again: async (context: Context) => void (await withdrawNote({ ...context, actor }, { noteId, reason })),
  }));
}
