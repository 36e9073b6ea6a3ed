import type { ExportTable } from "@/shapes/api-shapes";

/** What each exported table holds: its name for people, and one row of it in words. */
export const EXPORT_TABLE_WORDS = {
  authorities: {
    title: "Councils",
    row: "One council responsible for schools today: its codes, programme, status and latest published deficit.",
  },
  agreements: {
    title: "Agreements",
    row: "One version of one safety valve agreement: years, balance year, total funding, conditions.",
  },
  profile: {
    title: "Planned deficits",
    row: "One year end in one version’s planned path of deficits.",
  },
  payments: {
    title: "Payments",
    row: "One safety valve payment promised, paid, withheld or released.",
  },
  "local-contributions": {
    title: "Local contributions",
    row: "What a council agreed to pay, or paid, from its own money in one year.",
  },
  outturns: {
    title: "Year-end deficits",
    row: "One published deficit at one year end, from one source. Sources that differ are rows of their own.",
  },
  "in-year-balances": {
    title: "In-year balances",
    row: "One year’s income less its spending, published or worked out from two year ends.",
  },
  allocations: {
    title: "High needs allocations",
    row: "The high needs block of one year in one published version.",
  },
  "ehc-plans": {
    title: "EHC plans",
    row: "Education, health and care plans in force at one January count.",
  },
  verdicts: {
    title: "Verdicts",
    row: "What can be said of one planned year end of one version of an agreement. Our reading, not DfE’s.",
  },
  flags: {
    title: "Flags",
    row: "One finding of one rule about one council, open, cleared or withdrawn. Our reading, not DfE’s.",
  },
  changes: {
    title: "Changes",
    row: "One change of a figure or term of a council: what it was, what it is, and where that is printed.",
  },
  events: {
    title: "Events",
    row: "One dated event in the history of a council’s agreement or deficit.",
  },
  corrections: {
    title: "Corrections",
    row: "One published figure that was wrong: what was published, what it should have been, who says so.",
  },
} as const satisfies Record<ExportTable, { readonly title: string; readonly row: string }>;
