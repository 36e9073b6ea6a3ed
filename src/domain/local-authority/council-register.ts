import { ENGLAND, type Extent } from "./extent";
import type { LocalAuthority } from "./local-authority";

/** How a document names a council: any of its codes, its name as printed, or both. */
export interface PrintedCouncil {
  readonly dfeCode?: string | null;
  readonly gssCode?: string | null;
  readonly name: string;
}

/** A spelling met in publications, and which council a person said it means. */
export interface MappedSpelling {
  readonly spelling: string;
  readonly dfeCode: string;
}

export type CouncilMatch =
  | { readonly kind: "found"; readonly dfeCode: string; readonly unusualName: boolean }
  | { readonly kind: "unknown" };

/**
 * Finds councils by the codes and names that publications print.
 *
 * The DfE code decides where it's printed; an ONS code next; a name last, in any known
 * spelling, or in one that a person has mapped. Two councils that answer to one name (Dorset before and after 2019) resolve to the live one.
 */
export class CouncilRegister {
  readonly #byDfeCode = new Map<string, LocalAuthority[]>();
  readonly #byGssCode = new Map<string, LocalAuthority>();
  readonly #byName = new Map<string, LocalAuthority>();

  readonly #mapped = new Map<string, string>();

  /**
   * @param extent the bounds of what is published about these councils
   * @param mapped spellings that are on no reference list; of two of one name the later counts
   */
  constructor(
    readonly authorities: readonly LocalAuthority[],
    readonly extent: Extent = ENGLAND,
    readonly mapped: readonly MappedSpelling[] = [],
  ) {
    for (const { spelling, dfeCode } of mapped) this.#mapped.set(comparableName(spelling), dfeCode);
    const liveLast = [...authorities].sort(
      (a, b) =>
        Number(a.validTo === null) - Number(b.validTo === null) || a.validFrom.localeCompare(b.validFrom),
    );
    for (const authority of liveLast) {
      this.#byDfeCode.set(authority.dfeCode, [...(this.#byDfeCode.get(authority.dfeCode) ?? []), authority]);
      this.#byGssCode.set(authority.gssCode, authority);
      for (const spelling of [authority.name, ...authority.spellings]) {
        this.#byName.set(comparableName(spelling), authority);
      }
    }
  }

  find(printed: PrintedCouncil): CouncilMatch {
    const dfeCode = printed.dfeCode?.trim();
    const sameCode = dfeCode ? this.#byDfeCode.get(dfeCode) : undefined;
    if (dfeCode && sameCode) {
      const name = comparableName(printed.name);
      const usual =
        this.#mapped.get(name) === dfeCode ||
        sameCode.some((authority) =>
          [authority.name, ...authority.spellings].some((spelling) => comparableName(spelling) === name),
        );
      return { kind: "found", dfeCode, unusualName: printed.name.trim() !== "" && !usual };
    }
    const gssCode = printed.gssCode?.trim();
    const byGss = gssCode ? this.#byGssCode.get(gssCode) : undefined;
    if (byGss) return { kind: "found", dfeCode: byGss.dfeCode, unusualName: false };
    const name = comparableName(printed.name);
    // A code that nobody knows says that the name alone isn't enough, unless a person has looked at it.
    const byName = dfeCode || gssCode ? undefined : this.#byName.get(name)?.dfeCode;
    const found = byName ?? this.#mapped.get(name);
    return found === undefined ? { kind: "unknown" } : { kind: "found", dfeCode: found, unusualName: false };
  }

  /** The council as it now is, or as it last was. */
  current(dfeCode: string): LocalAuthority | undefined {
    return this.#byDfeCode.get(dfeCode)?.at(-1);
  }

  /** Every entry the council has had, oldest first. */
  history(dfeCode: string): readonly LocalAuthority[] {
    return [...(this.#byDfeCode.get(dfeCode) ?? [])].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  }
}

/**
 * A name without what varies between publications: case, punctuation, titles, `City of`, footnote digits stuck to it.
 */
export function comparableName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\(pre lg[^)]*\)/g, "")
    .replace(/\d+\s*$/, "")
    .replace(/&/g, " and ")
    .replace(/['‘’.]/g, "")
    .replace(/[^a-z ]+/g, " ")
    .replace(
      /\b(?:the|royal|london borough of|borough of|council of|metropolitan|district|borough council|county council|city council|council|county of|city of)\b/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
  // Without its "City of" it would answer to the name of the region around it.
  return plain === "london" && /\bcity\b/i.test(name) ? "city of london" : plain;
}
