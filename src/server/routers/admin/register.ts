import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { requestRegisterReading } from "@/ingest/store-run-request";
import { loadActorNames } from "@/present/actor-names";
import { importEntries } from "@/review/import-entries";
import {
  type EntryRequest,
  type EntrySubject,
  keepEntry,
  restoreEntry,
  retireEntry,
} from "@/review/keep-entry";
import {
  exportRegister,
  type ListedRow,
  loadCouncilNames,
  loadRegister,
  loadRegisterFiles,
  loadRegisterRow,
} from "@/review/load-register";
import type { RegisterContext } from "@/review/register-context";
import {
  importReportShape,
  keptEntryShape,
  LARGEST_IMPORT_BYTES,
  listedRegisterFileShape,
  listedRegisterRowShape,
  registerFileShape,
  registerRowAddress,
  registerRowShape,
} from "@/shapes/register-shapes";
import { createRouter, editorProcedure } from "../../trpc";
import { deciding } from "./review-problems";

const PAGE = 50;
const reason = z.string().max(2_000);
const file = registerFileShape;
const inFile = z.object({ file });
const cells = z.record(z.string().max(100), z.string().max(10_000));
const NO_SUCH = new TRPCError({ code: "NOT_FOUND", message: "The register has no such row." });

/** The evidence register: what people add to it, edit and retire. Each change asks a worker to read it anew. */
export const registerRouter = createRouter({
  files: editorProcedure
    .output(z.array(listedRegisterFileShape))
    .query(({ ctx }) => deciding(async () => [...(await loadRegisterFiles(ctx))])),

  /** The rows of one file, those that people touched last first; those of one council, or with some words in them. */
  rows: editorProcedure
    .input(
      inFile.extend({ words: z.string().max(200).default(""), page: z.int().min(1).max(1_000).default(1) }),
    )
    .output(z.object({ rows: z.array(listedRegisterRowShape), found: z.int(), pages: z.int() }))
    .query(({ ctx, input }) =>
      deciding(async () => {
        const { rows } = await loadRegister(ctx, input.file);
        const wanted = input.words.trim().toLowerCase();
        const found = rows.filter((row) => says(row, wanted));
        const shown = found.slice((input.page - 1) * PAGE, input.page * PAGE);
        const names = await loadActorNames(
          ctx.database,
          shown.map(({ last }) => last?.actor),
        );
        return {
          found: found.length,
          pages: Math.max(1, Math.ceil(found.length / PAGE)),
          rows: shown.map(({ last, ...row }) => ({
            ...{ address: addressOf(row), cells: { ...row.cells }, retired: row.retired, waits: row.waits },
            last: last && {
              ...{ verb: last.verb, reason: last.reason, by: names.of(last.actor) },
              at: last.recordedAt.toISOString(),
            },
          })),
        };
      }),
    ),

  row: editorProcedure
    .input(inFile.extend({ address: registerRowAddress }))
    .output(registerRowShape)
    .query(({ ctx, input }) =>
      deciding(async () => {
        const row = await loadRegisterRow(ctx, input.file, subjectOf(input.address));
        if (row === null) throw NO_SUCH;
        const names = await loadActorNames(
          ctx.database,
          row.versions.map(({ actor }) => actor),
        );
        return {
          ...{ address: addressOf(row), cells: { ...row.cells }, retired: row.retired, waits: row.waits },
          versions: row.versions.map(({ verb, actor, recordedAt, reason: why, cells: said }) => ({
            ...{ verb, by: names.of(actor), at: recordedAt.toISOString(), reason: why, cells: { ...said } },
          })),
        };
      }),
    ),

  /** The names under which councils can be entered. */
  councils: editorProcedure
    .output(z.array(z.string()))
    .query(async ({ ctx }) => [...(await loadCouncilNames(ctx))]),

  /**
   * Adds a row, or edits one.
   *
   * @returns why it isn't kept, or its address and the run in which the register is read with it
   */
  keep: editorProcedure
    .input(
      inFile.extend({
        /** Null: a new row. */
        address: registerRowAddress.nullable(),
        cells,
        reason,
        /** What speaks against it, as the person has seen it: with anything further it isn't kept. */
        seenDoubts: z.array(z.string().max(2_000)).max(50).default([]),
      }),
    )
    .output(keptEntryShape)
    .mutation(({ ctx, input }) =>
      deciding(async () => {
        const request = {
          ...{ file: input.file, cells: input.cells, reason: input.reason },
          subject: input.address === null ? ({ isNew: true } as const) : subjectOf(input.address),
        };
        const outcome = await keepSeen(ctx, request, input.seenDoubts);
        if (outcome.kind === "not-kept") {
          const { problems, doubts } = outcome.check;
          return { kind: "not-kept" as const, problems: [...problems], doubts: [...doubts] };
        }
        const { entryId } = outcome;
        return {
          kind: "kept" as const,
          ...{ address: `entry-${entryId}`, run: await requestRegisterReading(ctx) },
        };
      }),
    ),

  retire: editorProcedure
    .input(inFile.extend({ address: registerRowAddress, reason }))
    .output(z.object({ address: registerRowAddress, run: z.string() }))
    .mutation(({ ctx, input }) =>
      deciding(async () => {
        const request = { file: input.file, subject: subjectOf(input.address), reason: input.reason };
        const entryId = await retireEntry(ctx, request);
        return { address: `entry-${entryId}`, run: await requestRegisterReading(ctx) };
      }),
    ),

  restore: editorProcedure
    .input(z.object({ entryId: z.int().min(1).max(2_147_483_647), reason }))
    .output(z.object({ address: registerRowAddress, run: z.string() }))
    .mutation(({ ctx, input }) =>
      deciding(async () => {
        const entryId = await restoreEntry(ctx, input);
        return { address: `entry-${entryId}`, run: await requestRegisterReading(ctx) };
      }),
    ),

  /** What would become of each row of a CSV file; or, where it's asked for, keeps them. */
  import: editorProcedure
    .input(
      z.object({
        // One more than a file may have: that it's too large is told in words.
        csv: z.string().max(LARGEST_IMPORT_BYTES + 1),
        reason,
        keep: z.enum(["nothing", "all", "the good ones"]),
        despiteDoubts: z.boolean(),
      }),
    )
    .output(importReportShape.extend({ run: z.string().nullable() }))
    .mutation(({ ctx, input }) =>
      deciding(async () => {
        const report = await importEntries(ctx, { ...input, csv: new TextEncoder().encode(input.csv) });
        return {
          ...{ file: report.file, refused: report.refused, kept: report.kept },
          rows: report.rows.map(({ line, state, cells: said, problems, doubts }) => ({
            ...{ line, state, cells: { ...said }, problems: [...problems], doubts: [...doubts] },
          })),
          run: report.kept === 0 ? null : await requestRegisterReading(ctx),
        };
      }),
    ),

  /** A file as it's read next, in the form in which it can be brought. */
  export: editorProcedure
    .input(inFile)
    .output(z.object({ name: z.string(), csv: z.string() }))
    .query(({ ctx, input }) =>
      deciding(async () => ({
        name: `${input.file}.csv`,
        csv: new TextDecoder().decode(await exportRegister(ctx, input.file)),
      })),
    ),
});

/** Keeps an entry unless something speaks against it that the person hasn't seen. */
async function keepSeen(
  context: RegisterContext,
  request: Omit<EntryRequest, "despiteDoubts">,
  seenDoubts: readonly string[],
) {
  const outcome = await keepEntry(context, { ...request, despiteDoubts: false });
  if (outcome.kind === "kept" || outcome.check.problems.length > 0) return outcome;
  if (outcome.check.doubts.some((doubt) => !seenDoubts.includes(doubt))) return outcome;
  return keepEntry(context, { ...request, despiteDoubts: true });
}

function says({ cells: said }: Pick<ListedRow, "cells">, wanted: string): boolean {
  return wanted === "" || Object.values(said).some((text) => text.toLowerCase().includes(wanted));
}

function addressOf({ entryId, bundledKey }: Pick<ListedRow, "entryId" | "bundledKey">): string {
  return entryId === null ? `row-${bundledKey}` : `entry-${entryId}`;
}

function subjectOf(address: string): Exclude<EntrySubject, { readonly isNew: true }> {
  return address.startsWith("entry-")
    ? { entryId: Number(address.slice("entry-".length)) }
    : { bundledKey: address.slice("row-".length) };
}
