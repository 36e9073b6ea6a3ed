/** Why a file gives no sheets. `too-large` also covers files made to fill the memory of whoever opens them. */
export type WorkbookFault =
  | "empty"
  | "not-a-spreadsheet"
  | "cut-short"
  | "encrypted"
  | "unsupported"
  | "too-large"
  | "damaged";

/** The message is for an admin: what the file is instead, in one sentence without a full stop. */
export class UnreadableWorkbook extends Error {
  override readonly name = "UnreadableWorkbook";

  constructor(
    readonly fault: WorkbookFault,
    message: string,
  ) {
    super(message);
  }
}
