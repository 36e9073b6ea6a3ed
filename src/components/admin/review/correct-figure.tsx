import { ChooseCouncil } from "@/components/admin/choose-council";
import { Field } from "@/components/forms/field";
import { formatExactGbp } from "@/wording/money";
import { Reason } from "./reason";

interface Figure {
  readonly figure: string;
  readonly name: string;
  readonly agreementVersion: string | null;
  readonly publishedGbp: number;
}

/** Chooses a council, then one of its published sums, and says what it should have been. */
export function CorrectFigure({
  councils,
  council,
  figures,
  typed,
}: {
  readonly councils: readonly { readonly dfeCode: string; readonly name: string }[];
  readonly council: string;
  /** Null until a council is chosen. */
  readonly figures: readonly Figure[] | null;
  readonly typed: Readonly<Record<string, string>>;
}) {
  return (
    <section aria-labelledby="correct" className="screen-only pb-10">
      <h2 id="correct" className="pb-2 text-xl">
        Correct a figure
      </h2>
      <ChooseCouncil
        action="/admin/corrections"
        button="List its figures"
        councils={councils}
        chosen={council}
      />
      {figures === null ? null : figures.length === 0 ? (
        <p className="pt-4 text-sm">Nothing with a sum is published of this council.</p>
      ) : (
        <form method="post" action="/api/admin/correction" className="grid max-w-3xl gap-4 pt-6">
          <input type="hidden" name="council" value={council} />
          <label className="grid gap-1 text-sm font-medium">
            Published figure
            <select name="figure" required className="control font-normal" defaultValue={typed.figure ?? ""}>
              <option value="" disabled>
                Choose a figure
              </option>
              {figures.map(({ figure, name, agreementVersion, publishedGbp }) => (
                <option key={figure} value={figure}>
                  {name}
                  {agreementVersion === null ? "" : ` (agreement ${agreementVersion})`}:{" "}
                  {formatExactGbp(publishedGbp)}
                </option>
              ))}
            </select>
          </label>
          <Field
            name="corrected"
            label="What it should have been, in pounds"
            hint="22600000, £22.6 million or -1,250,000. A deficit is positive."
            defaultValue={typed.corrected}
            required
          />
          <Field
            name="title"
            label="Who says so"
            hint="The erratum, the letter: shown beside the figure."
            defaultValue={typed.title}
            maxLength={300}
            required
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              name="url"
              label="Its web address"
              hint="If it has one."
              type="url"
              defaultValue={typed.url}
            />
            <Field
              name="correctedOn"
              label="The day on which they said so"
              type="date"
              defaultValue={typed.correctedOn}
              required
            />
          </div>
          <Reason id="correction-reason" typed={typed.reason} hint="Shown beside the figure." />
          <div>
            <button type="submit" className="button">
              Correct it
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
