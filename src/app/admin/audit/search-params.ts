import { readCalendarDate } from "@/domain/calendar-date";
import type { AuditQuery } from "@/shapes/audit-shapes";

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Reads what the record was searched for. What can't be understood counts as not said. */
export function readAuditQuery(params: Params): AuditQuery {
  const single = (name: string, longest: number) => {
    const value = params[name];
    return ((Array.isArray(value) ? value[0] : value) ?? "").trim().slice(0, longest) || undefined;
  };
  const before = single("before", 10);
  const day = single("day", 10);
  return {
    actor: single("actor", 100),
    verb: single("verb", 100),
    subject: single("subject", 200),
    day: day === undefined ? undefined : (readCalendarDate(day) ?? undefined),
    before: before !== undefined && /^[1-9]\d{0,8}$/.test(before) ? Number(before) : undefined,
  };
}

/** The address of a search. */
export function hrefOfAudit(query: AuditQuery): string {
  const params = new URLSearchParams();
  for (const name of ["actor", "verb", "subject", "day", "before"] as const) {
    const value = query[name];
    if (value !== undefined) params.set(name, String(value));
  }
  return params.size === 0 ? "/admin/audit" : `/admin/audit?${params}`;
}
