import Link from "next/link";
import { Section } from "@/components/layout/section";
import { alertsHref } from "./alerts-href";

/** On a council's page: the ways to hear of what happens to it, with the council filled in. */
export function SubscribeSection({
  council: { slug, name },
}: {
  readonly council: { slug: string; name: string };
}) {
  return (
    <Section id="alerts" heading="Hear of changes">
      <p className="prose-width">
        When something changes at {name}, we can write to you once: what changed, by how much, and on whose
        word.
      </p>
      <p className="screen-only mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link href={alertsHref({ council: slug })} prefetch={false} className="button no-underline">
          Get alerts about {name}
        </Link>
        <a href={`/feeds/authorities/${slug}.atom`} className="text-sm">
          Feed of {name} (Atom)
        </a>
      </p>
    </Section>
  );
}
