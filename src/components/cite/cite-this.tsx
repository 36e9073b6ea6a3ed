import { Section } from "@/components/layout/section";
import type { Meta } from "@/shapes/api-shapes";
import { citationText } from "@/wording/citation";
import { CopyButton } from "./copy-button";

/** A page's citation as plain text, to be selected or copied. */
export function CiteThis({
  title,
  address,
  meta: { generatedAt, practice },
}: {
  readonly title: string;
  /** The whole permanent address of the page. */
  readonly address: string;
  readonly meta: Pick<Meta, "generatedAt" | "practice">;
}) {
  const text = citationText({ title, address, generatedAt, practice });
  return (
    <Section
      id="cite"
      heading="Cite this page"
      note={<p>The page shows the figures of the day you look. Add that day if it matters.</p>}
    >
      <p className="prose-width border-l-4 border-rule-strong pl-4 text-sm wrap-anywhere select-all">
        {text}
      </p>
      <CopyButton text={text} what="citation" />
    </Section>
  );
}
