import type { FinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { CouncilRegister, PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Extent } from "@/domain/local-authority/extent";
import { existedAtEndOf } from "@/domain/local-authority/local-authority";

export interface PrintedYear {
  /** As people read it: `2023-24`, `January 2025`. */
  readonly label: string;
  /** The financial year on whose last day a council must have existed to be expected. */
  readonly year: FinancialYear;
  readonly councils: readonly PrintedCouncil[];
}

export interface Completeness {
  readonly findings: readonly Finding[];
  /** How many councils have a row that couldn't be read: England's figure counts them, the sum doesn't. */
  readonly setAside: number;
}

/**
 * Whether every council that existed is there, once.
 *
 * A council that isn't printed is noted, and no figure is made up for it; more than the register's bounds allow
 * (five of England's) stop the edition, and so do as many whose rows couldn't be read. One printed twice stops it too, as neither row can
 * be preferred.
 *
 * @param exempt DfE codes of councils that may be there or not
 * @param reading what the reader had to say: it names the councils whose rows it set aside
 */
export function checkCompleteness(
  { label, year, councils: printed }: PrintedYear,
  councils: CouncilRegister,
  exempt: ReadonlySet<string>,
  reading: readonly Finding[],
): Completeness {
  const times = new Map<string, { times: number; name: string }>();
  for (const council of printed) {
    const match = councils.find(council);
    const key = match.kind === "found" ? match.dfeCode : (council.dfeCode ?? council.name);
    times.set(key, { times: (times.get(key)?.times ?? 0) + 1, name: council.name });
  }

  const expected = new Map(
    councils.authorities
      .filter((entry) => existedAtEndOf(entry, year))
      .map((entry) => [entry.dfeCode, entry.name]),
  );
  const repeated = [...times.values()].filter(({ times }) => times > 1);
  const absent = [...expected].filter(([code]) => !times.has(code));
  const unread = codesSetAside(reading, councils);
  const setAside = absent.filter(([code]) => unread.has(code)).length;
  const missing = absent.filter(([code]) => !unread.has(code) && !exempt.has(code));
  const unexpected = [...times].filter(([code]) => councils.current(code) && !expected.has(code));

  const findings = [
    ...repeated.map(({ name, times }): Finding => {
      return {
        kind: "duplicate-row",
        severity: "stop",
        message: `${name} is printed ${times} times for ${label}, so it isn't clear which figure counts. Nothing of the edition is published.`,
        expected: "one row",
        met: `${times} rows`,
        council: name,
      };
    }),
    ...describeSetAside(label, setAside, councils.extent),
    ...describeMissing(
      label,
      missing.map(([, name]) => name),
      councils.extent,
    ),
    ...unexpected.map(([, { name }]): Finding => {
      return {
        kind: "council-unexpected",
        severity: "note",
        message: `${name} is printed for ${label}, when it didn't exist at the year's end. The figure is kept under that name.`,
        council: name,
      };
    }),
  ];
  return { findings, setAside };
}

function codesSetAside(findings: readonly Finding[], councils: CouncilRegister): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { kind, council } of findings) {
    if (council === undefined || (kind !== "unreadable-cell" && kind !== "unreadable-row")) continue;
    const match = councils.find({ name: council });
    if (match.kind === "found") codes.add(match.dfeCode);
  }
  return codes;
}

function describeSetAside(label: string, setAside: number, { mostMissing }: Extent): Finding[] {
  if (setAside <= mostMissing) return [];
  return [
    {
      kind: "unexpected-layout",
      severity: "stop",
      message: `The rows of ${setAside} councils for ${label} couldn't be read, too many for slips in single rows. Nothing of the edition is published.`,
      expected: `at most ${mostMissing} rows set aside`,
      met: String(setAside),
    },
  ];
}

function describeMissing(label: string, names: readonly string[], { mostMissing }: Extent): Finding[] {
  if (names.length > mostMissing) {
    return [
      {
        kind: "council-missing",
        severity: "stop",
        message: `${names.length} councils aren't printed for ${label}: ${names.slice(0, 10).join(", ")}${names.length > 10 ? " and others" : ""}. Nothing of the edition is published.`,
        expected: `at most ${mostMissing} missing`,
        met: `${names.length} missing`,
      },
    ];
  }
  return names.map((name) => ({
    kind: "council-missing",
    severity: "note",
    message: `${name} isn't printed for ${label}; no figure is held for it.`,
    council: name,
  }));
}
