import { Section } from "@/components/layout/section";
import { StatusMark } from "@/components/status/status-mark";
import type { Status } from "@/shapes/api-shapes";

const WHEN: readonly { readonly status: Status; readonly when: string }[] = [
  { status: "no-agreement", when: "The council never signed one. This comes before all else." },
  { status: "missed", when: "A flag of the gravity “missed” is open." },
  { status: "at-risk", when: "None is, but one of the gravity “at risk” is open." },
  {
    status: "on-track",
    when: "Neither is open, and nothing is unknown; the latest year end with an outturn is recent, is not the signing year, and is met or within tolerance against a figure of the agreement itself.",
  },
  { status: "unknown", when: "Anything else. Missing evidence is never good news." },
];

/** How a council's one word follows from its flags. */
export function Statuses() {
  return (
    <Section id="statuses" heading="Status of a council" note={<p>In this order; the first that holds.</p>}>
      <dl className="prose-width space-y-3">
        {WHEN.map(({ status, when }) => (
          <div key={status} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="font-semibold">
              <StatusMark status={status} />
            </dt>
            <dd>{when}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
