export interface ApiRoute {
  /** As its folder under src/app names it, with {braces} for what varies. */
  readonly route: string;
  readonly gives: string;
  readonly mediaType: "application/json" | "application/atom+xml" | "text/csv" | "the document’s own";
  /** Parameters after the `?`, with what each may be. */
  readonly parameters?: readonly string[];
  /** Addresses that answer 200, for a council by its name in addresses. */
  readonly examples: (council: string) => readonly string[];
}

/** What the read-only interface answers today; a test holds it against the folders, another asks every example. */
export const API_ROUTES: readonly ApiRoute[] = [
  {
    route: "/api/v1/authorities",
    gives: "All councils responsible for schools today, unpaged, each with its latest published deficit.",
    mediaType: "application/json",
    examples: () => ["/api/v1/authorities"],
  },
  {
    route: "/api/v1/authorities/{code}",
    gives: "Everything about one council, ended ones too, by ONS code, DfE code or its name in addresses.",
    mediaType: "application/json",
    examples: (council) => [`/api/v1/authorities/${council}`],
  },
  {
    route: "/api/v1/flags",
    gives: "Flags with their evidence: open ones unless others are asked for.",
    mediaType: "application/json",
    parameters: ["rule", "severity: missed, at-risk, unknown or info", "authority", "state: open or cleared"],
    examples: (council) => [
      "/api/v1/flags?severity=at-risk",
      `/api/v1/flags?authority=${council}&state=open`,
    ],
  },
  {
    route: "/api/v1/flags/{id}",
    gives: "One flag with its history.",
    mediaType: "application/json",
    examples: () => [],
  },
  {
    route: "/api/v1/changes",
    gives: "Changes by meaning, newest first; nextCursor leads to the ones before.",
    mediaType: "application/json",
    parameters: [
      "since: a date or an instant",
      "authority",
      "kind",
      "include: not-news",
      "cursor",
      "limit: 1 to 500",
    ],
    examples: (council) => [
      "/api/v1/changes?since=2026-01-01&limit=10",
      `/api/v1/changes?authority=${council}&include=not-news`,
    ],
  },
  {
    route: "/api/v1/sources",
    gives: "Each publication: last checked, last changed, edition, findings, next expected, licence.",
    mediaType: "application/json",
    examples: () => ["/api/v1/sources"],
  },
  {
    route: "/api/v1/national",
    gives: "Sums by year and basis, and councils by status.",
    mediaType: "application/json",
    examples: () => ["/api/v1/national"],
  },
  {
    route: "/api/v1/export/{file}",
    gives: "A whole table as CSV or JSON.",
    mediaType: "text/csv",
    examples: () => ["/api/v1/export/outturns.csv"],
  },
  {
    route: "/api/v1/snapshots/{sha256}",
    gives: "The very bytes of a document that figures were read from, named by its SHA-256.",
    mediaType: "the document’s own",
    examples: () => [],
  },
  {
    route: "/feeds/changes.atom",
    gives: "A feed of changes.",
    mediaType: "application/atom+xml",
    examples: () => ["/feeds/changes.atom"],
  },
  {
    route: "/feeds/flags.atom",
    gives: "A feed of flags raised, worsened, eased and cleared.",
    mediaType: "application/atom+xml",
    examples: () => ["/feeds/flags.atom"],
  },
  {
    route: "/feeds/authorities/{slug}",
    gives: "A feed of one council’s changes and flags.",
    mediaType: "application/atom+xml",
    examples: (council) => [`/feeds/authorities/${council}.atom`],
  },
];
