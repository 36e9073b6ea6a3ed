import type { Context, Fetcher } from "@/context";
import { type RegisterFileName, WORKED_OUT } from "@/domain/register/register-columns";
import { registerAddress, registerFileNamed } from "@/sources/evidence-register/publication";
import {
  composeRegister,
  type RegisterRow,
  readRegisterRows,
} from "@/sources/evidence-register/register-rows";
import { type HeldEntry, loadRegisterEntries } from "@/store/load-register-entries";
import { ReviewProblem } from "./review-problem";

/** What working on the evidence register asks of the world. */
export interface RegisterContext extends Pick<Context, "database" | "clock" | "actor" | "snapshots"> {
  /** The project's own files on disk. */
  readonly bundled: Fetcher;
  /** The host of this site: nothing is cited from us. */
  readonly ownHost: string;
}

/** A register file with what people have made of it. */
export interface RegisterNow {
  readonly headings: readonly string[];
  /** The rows of the project's own file, whatever has become of them. */
  readonly bundled: readonly RegisterRow[];
  readonly entries: readonly HeldEntry[];
  /** The file as it will be read next. */
  readonly composed: Uint8Array;
}

/** @throws ReviewProblem when the project's own file can't be read */
export async function loadRegisterNow(
  { database, bundled }: Pick<RegisterContext, "database" | "bundled">,
  name: RegisterFileName,
): Promise<RegisterNow> {
  const url = registerAddress(registerFileNamed(name));
  const fetched = await bundled.fetch(url, { etag: null, lastModified: null });
  const bytes = fetched.kind === "fetched" ? fetched.bytes : new TextEncoder().encode("");
  const read = readRegisterRows(bytes);
  if (!read) {
    throw new ReviewProblem(
      "wrong-state",
      `The register's own file ${name}.csv isn't there or can't be read.`,
    );
  }
  const entries = await loadRegisterEntries(database, { file: name });
  const changes = entries.map(({ replaces, retired, cells }) => ({
    replaces,
    cells: retired ? null : cells,
  }));
  return {
    headings: read.headings,
    bundled: read.rows,
    entries,
    composed: composeRegister(bytes, changes),
  };
}

/** @throws ReviewProblem for rows that a program works out */
export function refuseWorkedOut(file: RegisterFileName): void {
  if (!WORKED_OUT.includes(file)) return;
  throw new ReviewProblem(
    "wrong-state",
    `Rows of ${file} are worked out by a program. One can be edited or retired; none is added by hand.`,
  );
}
