/** Why a PDF or a web page gives no text. `too-large` also covers files made to fill the memory of whoever opens them. */
export type DocumentFault =
  | "empty"
  | "foreign"
  | "truncated"
  | "encrypted"
  | "scanned"
  | "too-large"
  | "damaged";

/** The message is for an admin: what the file is instead, in one sentence without a full stop. */
export class UnreadableDocument extends Error {
  override readonly name = "UnreadableDocument";

  constructor(
    readonly fault: DocumentFault,
    message: string,
  ) {
    super(message);
  }
}
