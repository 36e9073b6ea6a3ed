"use client";

import clsx from "clsx";
import { useState } from "react";
import { CouncilCombobox } from "@/components/search/council-combobox";
import type { ChoiceFields } from "@/shapes/alert-form-shapes";
import { ProblemAt } from "./problems";
import { Tick } from "./tick";

type Named = ChoiceFields["chosen"]["councils"][number];

/**
 * The councils that were chosen, each with a box to leave it out again, and a field to look for another. Its button
 * sends the form, which comes back with what was found; with script a council is added while one types.
 */
export function CouncilPicker({
  chosen,
  find,
  found,
  problem,
}: Pick<ChoiceFields, "find" | "found"> & {
  readonly chosen: readonly Named[];
  readonly problem: string | null;
}) {
  const [added, setAdded] = useState<readonly Named[]>([]);
  const [said, setSaid] = useState("");
  // What could be several councils is chosen from the list, not mended in the field.
  const wrong = problem !== null && found.length === 0;
  const listed = [...chosen, ...added];
  const add = ({ slug, name }: Named) => {
    const there = listed.some((council) => council.slug === slug);
    if (!there) setAdded([...added, { slug, name }]);
    setSaid(there ? `${name} is there already` : `${name} added`);
  };
  return (
    <div className="ml-8 border-l-2 border-rule pl-5">
      {listed.length === 0 ? null : (
        <ul aria-label="Councils chosen" className="ticks">
          {listed.map(({ slug, name }) => (
            <li key={slug}>
              <Tick type="checkbox" name="council" value={slug} ticked>
                {name}
              </Tick>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      {found.length === 0 ? null : (
        <>
          <p id="found" className={clsx("mt-2 text-sm", problem !== null && "font-semibold text-missed")}>
            {problem ?? `These answer to “${find}”. Tick the ones you mean`}:
          </p>
          <ul aria-labelledby="found" className="ticks">
            {found.map(({ slug, name, region, foundAs }) => (
              <li key={slug}>
                <Tick
                  type="checkbox"
                  name="council"
                  value={slug}
                  ticked={false}
                  note={foundAs === null ? region : `found as ${foundAs}, ${region}`}
                >
                  {name}
                </Tick>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-2 max-w-96">
        <ProblemAt id="find-problem" message={wrong ? problem : null} />
        <CouncilCombobox
          field={{
            ...{ name: "find", id: "find", typed: found.length > 0 ? "" : find },
            ...{ wrong, describedBy: wrong ? "find-problem" : undefined },
          }}
          label={listed.length === 0 ? "Name or code of a council" : "Add another council"}
          labelled="seen"
          button={{ words: "Add", name: "step", value: "add" }}
          onChoose={add}
        />
      </div>
    </div>
  );
}
