import { RULES, type RuleName, SEVERITIES, type Severity } from "@/domain/flags/flag";

/** What the register of flags shows: all of it stands in the address. */
export interface FlagsView {
  readonly authority: string | null;
  readonly rule: RuleName | null;
  readonly severity: Severity | null;
  /** Null: open and cleared ones. */
  readonly state: "open" | "cleared" | null;
  /** A rule or council can have more flags than one page. */
  readonly page: number;
}

/** So many flags are on a page where they aren't folded. */
export const FLAGS_ON_A_PAGE = 80;

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address. What can't be understood counts as not said: an old link still shows the flags. */
export function readFlagsView(params: SearchParams): FlagsView {
  const single = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
  };
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | null =>
    words.find((word) => word === single(name)) ?? null;
  return {
    authority: single("authority").slice(0, 100) || null,
    rule: oneOf("rule", RULES),
    severity: oneOf("severity", SEVERITIES),
    state: oneOf("state", ["open", "cleared"]),
    page: /^[1-9]\d{0,2}$/.test(single("page")) ? Number(single("page")) : 1,
  };
}

/** The address of a view; what is as usual is left out. */
export function hrefOfFlagsView(view: Partial<FlagsView>): string {
  const params = new URLSearchParams();
  for (const name of ["authority", "rule", "severity", "state"] as const) {
    const value = view[name];
    if (value) params.set(name, value);
  }
  if (view.page !== undefined && view.page > 1) params.set("page", String(view.page));
  const query = params.toString();
  return query === "" ? "/flags" : `/flags?${query}`;
}
