import Link from "next/link";
import { Section } from "@/components/layout/section";

/** The ways to hear of changes without giving an address, and those for programs. */
export function OtherWays({
  councils,
}: {
  /** Those that were chosen, whose feeds are named. */
  readonly councils: readonly { readonly slug: string; readonly name: string }[];
}) {
  const [first] = councils;
  return (
    <>
      <Section
        id="feeds"
        heading="By feed"
        note={<p>For a news reader or a newsroom: the same news, no address needed.</p>}
      >
        <ul className="prose-width space-y-2">
          <li>
            <a href="/feeds/changes.atom">All changes</a> at the publishers and in their figures
          </li>
          <li>
            <a href="/feeds/flags.atom">All flags</a> raised, worsened, eased and cleared
          </li>
          {councils.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/feeds/authorities/${slug}.atom`}>{name}</a>: its changes and its flags
            </li>
          ))}
          {first === undefined ? (
            <li>
              Every council has one, at the foot of its page: choose it among{" "}
              <Link href="/authorities">all councils</Link>
            </li>
          ) : null}
        </ul>
      </Section>
      <Section id="webhook" heading="By webhook" note={<p>For programs.</p>}>
        <p className="prose-width">
          Subscribe by e-mail first. On the page where you manage your alerts you can then register an address
          of yours that is called whenever something happens. Every call is signed and comes again until it
          has been accepted. <Link href="/developers#webhooks">How to receive and check one</Link>
        </p>
      </Section>
    </>
  );
}
