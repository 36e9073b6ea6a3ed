/** What became of a form about users: at most one of a problem, a sentence and a link. */
export interface UserFormState {
  readonly problem: string | null;
  readonly done: string | null;
  readonly link: {
    readonly email: string;
    readonly purpose: "invitation" | "reset";
    readonly address: string;
    readonly expiresAt: string;
  } | null;
  /** What was typed, where it has to be mended. */
  readonly values: { readonly email: string; readonly role: string } | null;
}

export const UNTOUCHED: UserFormState = { problem: null, done: null, link: null, values: null };

/** Given to a form, which calls it with what is typed; without script the browser posts the same. */
export type UserAction = (before: UserFormState, form: FormData) => Promise<UserFormState>;
