import type { Role } from "@/domain/users/role";

/** A page of the admin room: its address as the folders spell it, and for whom it is. */
export interface Room {
  readonly address: string;
  readonly role: Role;
  /** Its name in the navigation; null: it is reached from another page. */
  readonly name: string | null;
}

/** Every page under /admin, in the order of the navigation. One that isn't here can't be made: see admin-page.tsx. */
export const ROOMS = [
  { address: "/admin", role: "editor", name: "Overview" },
  { address: "/admin/runs", role: "editor", name: "Runs" },
  { address: "/admin/runs/[id]", role: "editor", name: null },
  { address: "/admin/review", role: "editor", name: "Review" },
  { address: "/admin/review/[id]", role: "editor", name: null },
  { address: "/admin/corrections", role: "editor", name: "Corrections" },
  { address: "/admin/flags", role: "editor", name: "Flags and verdicts" },
  { address: "/admin/flags/[id]", role: "editor", name: null },
  { address: "/admin/reports", role: "editor", name: "Reports" },
  { address: "/admin/reports/[id]", role: "editor", name: null },
  { address: "/admin/evidence", role: "editor", name: "Evidence register" },
  { address: "/admin/evidence/import", role: "editor", name: null },
  { address: "/admin/evidence/[file]", role: "editor", name: null },
  { address: "/admin/evidence/[file]/add", role: "editor", name: null },
  { address: "/admin/evidence/[file]/[row]", role: "editor", name: null },
  { address: "/admin/thresholds", role: "admin", name: "Thresholds" },
  { address: "/admin/alerts", role: "editor", name: "Alerts" },
  { address: "/admin/audit", role: "admin", name: "Audit log" },
  { address: "/admin/users", role: "admin", name: "Users" },
  { address: "/admin/health", role: "editor", name: "Health" },
] as const satisfies readonly Room[];

export type RoomAddress = (typeof ROOMS)[number]["address"];
