import { MEASURES, type Measure, SCALES, type Scale } from "@/domain/compare/measure";

/** What is compared and how: all of it stands in the address. */
export interface CompareView {
  /** As they were typed, in the order of their letters; names, codes or address names. */
  readonly typed: readonly string[];
  readonly measure: Measure;
  readonly scale: Scale;
  /** What stood there and is no measure or scale, to be told. */
  readonly notUnderstood: readonly string[];
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Far more than can be compared: those beyond are told, not dropped in silence. */
export const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"] as const;
const LONGEST = 100;

/** Reads the address: `a=kent&b=devon`, or `council` several times as a form of boxes sends it. */
export function readCompareView(params: SearchParams): CompareView {
  const all = (name: string) => [params[name] ?? []].flat();
  const typed = [...LETTERS, "council"]
    .flatMap(all)
    .map((value) => value.trim().slice(0, LONGEST))
    .filter((value) => value !== "");
  const [measure, scale] = [all("measure")[0] ?? "", all("scale")[0] ?? ""];
  const chosenMeasure = MEASURES.find((one) => one === measure);
  const chosenScale = SCALES.find((one) => one === scale);
  return {
    typed: [...new Set(typed)].slice(0, LETTERS.length),
    measure: chosenMeasure ?? "net",
    scale: chosenScale ?? "value",
    notUnderstood: [
      ...(measure !== "" && chosenMeasure === undefined ? [measure.slice(0, LONGEST)] : []),
      ...(scale !== "" && chosenScale === undefined ? [scale.slice(0, LONGEST)] : []),
    ],
  };
}

/** The address of a comparison; what is as usual is left out. */
export function hrefOfCompareView(view: Pick<CompareView, "typed" | "measure" | "scale">): string {
  return addressOf("/compare", view);
}

/** The address of the same figures as a file. */
export function csvOfCompareView(view: Pick<CompareView, "typed" | "measure" | "scale">): string {
  return addressOf("/compare/table.csv", view);
}

function addressOf(
  path: string,
  { typed, measure, scale }: Pick<CompareView, "typed" | "measure" | "scale">,
): string {
  const params = new URLSearchParams();
  typed.slice(0, LETTERS.length).forEach((council, index) => {
    params.set(LETTERS[index] ?? "", council);
  });
  if (measure !== "net") params.set("measure", measure);
  if (scale !== "value") params.set("scale", scale);
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
