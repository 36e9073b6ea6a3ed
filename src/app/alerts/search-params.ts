import { ALERT_KINDS, type AlertKind, FREQUENCIES, type Frequency } from "@/domain/alerts/alert";
import { USUAL_KINDS } from "@/domain/alerts/usual-kinds";

/** How the page's address fills in its form. */
export interface AlertsView {
  readonly everyCouncil: boolean;
  /** Codes or address names. */
  readonly councils: readonly string[];
  readonly kinds: readonly AlertKind[];
  readonly frequency: Frequency;
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST = 100;
const MOST = 200;

/**
 * Reads the address: `council=kent&council=devon&kind=promise-missed&frequency=daily`; `council=all` is every
 * council. What can't be understood counts as not said, and what isn't said is as usual.
 */
export function readAlertsView(params: SearchParams): AlertsView {
  const all = (name: string) => [params[name] ?? []].flat().map((value) => value.trim());
  const councils = all("council")
    .flatMap((value) => value.split(",").map((code) => code.trim()))
    .filter((code) => code !== "" && code.length <= LONGEST);
  const asked = all("kind");
  const kinds = ALERT_KINDS.filter((kind) => asked.includes(kind));
  return {
    everyCouncil: councils.includes("all"),
    councils: [...new Set(councils.filter((code) => code !== "all"))].slice(0, MOST),
    kinds: kinds.length > 0 ? kinds : USUAL_KINDS,
    frequency: FREQUENCIES.find((one) => all("frequency").includes(one)) ?? "weekly",
  };
}

/** What a form hands to the page that comes after it. */
export function readSlip(params: SearchParams): string | undefined {
  const slip = [params.slip].flat()[0];
  return slip !== undefined && slip.length <= 16_000 ? slip : undefined;
}
