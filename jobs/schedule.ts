import type { PublicationId } from "@/sources/publication";

export interface Appointment {
  readonly source: PublicationId;
  /** Minute, hour, day, month, weekday, in London time. */
  readonly at: string;
  readonly why: string;
}

export const TIME_ZONE = "Europe/London";

/**
 * When each source is asked. None between 01:00 and 02:00, an hour that some days have twice and one
 * day doesn't have; each after the hour at which its publisher usually publishes, and no two at once.
 */
export const SCHEDULE: readonly Appointment[] = [
  { source: "local-authorities", at: "10 5 * * 1", why: "our own list: weekly is plenty" },
  { source: "evidence-register", at: "20 5 * * *", why: "our own record, before the working day" },
  { source: "safety-valve-agreements", at: "10 7,12,18 * * *", why: "GOV.UK changes pages at any hour" },
  { source: "dsg-allocations", at: "40 7,18 * * *", why: "allocations appear without notice" },
  { source: "section-251-outturn", at: "5 10 * * *", why: "official statistics come out at 09:30" },
  { source: "ehc-plans", at: "15 10 * * *", why: "official statistics come out at 09:30" },
];

export interface JobAppointment {
  /** The name of a job that asks no publisher. */
  readonly job: string;
  readonly at: string;
  readonly why: string;
}

/** When the other jobs run; the rules above hold for them too. */
export const JOB_SCHEDULE: readonly JobAppointment[] = [
  { job: "assess", at: "35 5 * * *", why: "what was not due yesterday may be due today" },
  {
    job: "notify",
    at: "3 0,2-23 * * *",
    why: "digests are due at eight; what a run could not tell is told soon",
  },
  {
    job: "housekeeping",
    at: "50 3 * * *",
    why: "what was only kept for a time is deleted daily, while nobody waits",
  },
  { job: "check-overdue", at: "30 6 * * *", why: "a day on which something was due has gone by" },
];
