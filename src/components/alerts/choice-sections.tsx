import { Section } from "@/components/layout/section";
import { FREQUENCIES } from "@/domain/alerts/alert";
import type { ChoiceFields } from "@/shapes/alert-form-shapes";
import {
  ALERT_KINDS_IN_ORDER,
  alertKindMeaning,
  alertKindWords,
  frequencyMeaning,
  frequencyWords,
} from "@/wording/alerts";
import { CouncilPicker } from "./council-picker";
import { ProblemAt, problemWith } from "./problems";
import { Tick } from "./tick";

/** The parts of a form that choose what to hear of: about whom, what, how often. */
export function ChoiceSections({ fields }: { readonly fields: ChoiceFields }) {
  const { chosen, find, found, councils, problems } = fields;
  const wrongKind = problemWith(problems, "kind");
  return (
    <>
      <Section id="councils" heading="About whom" note={<p>One council, several, or all of them.</p>}>
        <fieldset aria-labelledby="councils-heading" className="group/councils">
          <Tick type="radio" name="councils" value="all" ticked={chosen.everyCouncil}>
            All {councils} councils
          </Tick>
          <Tick type="radio" name="councils" value="some" ticked={!chosen.everyCouncil}>
            Only the councils I name
          </Tick>
          <div className="group-has-[input[value=all]:checked]/councils:hidden">
            <CouncilPicker
              chosen={chosen.councils}
              find={find}
              found={found}
              problem={problemWith(problems, "council")}
            />
          </div>
        </fieldset>
      </Section>
      <Section
        id="kinds"
        heading="What about"
        note={<p>News of one matter comes once, also when several sources tell it.</p>}
      >
        <fieldset
          aria-labelledby="kinds-heading"
          {...(wrongKind !== null && { "aria-describedby": "kinds-problem" })}
        >
          <ProblemAt id="kinds-problem" message={wrongKind} />
          <div className="grid gap-x-10 sm:grid-cols-2">
            {ALERT_KINDS_IN_ORDER.map((kind) => (
              <Tick
                key={kind}
                type="checkbox"
                name="kind"
                value={kind}
                ticked={chosen.kinds.includes(kind)}
                note={alertKindMeaning(kind)}
              >
                {alertKindWords(kind)}
              </Tick>
            ))}
          </div>
        </fieldset>
      </Section>
      <Section id="often" heading="How often">
        <fieldset aria-labelledby="often-heading" className="grid gap-x-10 sm:grid-cols-3">
          {[...FREQUENCIES].reverse().map((frequency) => (
            <Tick
              key={frequency}
              type="radio"
              name="frequency"
              value={frequency}
              ticked={chosen.frequency === frequency}
              note={frequencyMeaning(frequency)}
            >
              {frequencyWords(frequency)}
            </Tick>
          ))}
        </fieldset>
      </Section>
    </>
  );
}
