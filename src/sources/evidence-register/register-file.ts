import type { DraftFigure } from "@/domain/dsg/draft-figures";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import { type Citation, CONFIDENCES, type Confidence, type Locator } from "@/domain/provenance";
import type { RegisterFileName } from "@/domain/register/register-columns";
import type { DraftReading, FetchedDocument } from "../publication";
import type { StrictRow } from "../strict-row";
import { readStrictTable } from "../strict-table";
import { citationOf } from "./citation";

export interface RegisterFile {
  readonly name: RegisterFileName;
  readonly title: string;
  readonly columns: readonly string[];
  read(document: FetchedDocument): DraftReading;
}

/** A register file: its columns, and what one row of it stands for. */
export function registerFile<const Column extends string>(
  name: RegisterFileName,
  subject: string,
  columns: readonly Column[],
  figuresOf: (row: StrictRow<Column>) => readonly DraftFigure[],
): RegisterFile {
  const title = `Evidence register: ${subject}`;
  const edition = { key: name, title, publishedOn: null, financialYear: null };
  return {
    name,
    title,
    columns,
    read: (document) => readStrictTable({ file: `${name}.csv`, edition, columns, read: figuresOf }, document),
  };
}

/** The council a row is about; rows name it, only a few print its code. */
export function councilOf(row: StrictRow<"la_name">): PrintedCouncil {
  return { name: row.words("la_name") };
}

interface Sourced {
  readonly locator: Locator;
  readonly citation: Citation;
}

/** Where the row stands and whose page it repeats. Every row has a source. */
export function sourceOf<Column extends string>(
  row: StrictRow<Column | "source_url">,
  column: Column,
): Sourced {
  return { locator: row.locator(column), citation: citationOf(row.words("source_url")) };
}

export function confidenceOf(row: StrictRow<"confidence">): Confidence {
  return row.oneOf("confidence", CONFIDENCES);
}
