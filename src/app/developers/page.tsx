import type { Metadata } from "next";
import Link from "next/link";
import { WebhookGuide } from "@/components/alerts/webhook-guide";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { caller } from "@/trpc/server";
import { API_ROUTES } from "@/wording/api-routes";
import { addressOf } from "../site-address";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "For developers",
  description:
    "The read-only interface: its addresses with examples, how money, years and missing figures are written, what errors look like. No key is needed.",
};

export default async function DevelopersPage() {
  const councils = await caller.authorities.table();
  // One with a deficit at hand, the same on every day: it is there to be read, not to be judged.
  const example =
    councils.data.find(({ slug }) => slug === "kent" || slug === "exampleshire") ?? councils.data[0];
  const council = example?.slug ?? "kent";
  const { latestOutturn } =
    example === undefined
      ? { latestOutturn: null }
      : (await caller.authorities.bySlug({ slug: council })).data;
  return (
    <PageBody meta={councils.meta}>
      <Lead
        title="For developers"
        sentence="Everything the pages show can be read by programs too, without a key and from any site."
      >
        <p className="mt-4 prose-width text-sm text-ink-soft">
          For whole tables and the meaning of their columns, see <Link href="/data">Data</Link>.
        </p>
      </Lead>
      <Section id="conventions" heading="How things are written">
        <ul className="prose-width list-disc space-y-2 pl-5">
          <li>
            Money: whole pounds, integers, names ending in <code>Gbp</code>. A deficit is positive, a balance
            the other way round.
          </li>
          <li>
            Dates are ISO 8601; a date may lack its day or month where no more is known. Years look like{" "}
            <code>2024-25</code>.
          </li>
          <li>
            A council is named by its ONS code, its DfE code, or its name in addresses: <code>{council}</code>
            .
          </li>
          <li>
            Answers are <code>{"{ data, meta }"}</code>. <code>meta</code> says when the store was last
            brought up to date and whether it rests on the bundled archive.
          </li>
          <li>
            A missing figure is <code>null</code> and says why in <code>missing</code>. It is never zero.
          </li>
          <li>
            Every figure has a <code>source</code>: document, address, place in it, licence, and the SHA-256
            of the copy that we keep.
          </li>
        </ul>
      </Section>
      <Section id="manners" heading="How to ask">
        <ul className="prose-width list-disc space-y-2 pl-5">
          <li>GET, HEAD and OPTIONS only; nothing can be changed. Any site’s pages may ask (CORS).</li>
          <li>
            Every answer has an <code>ETag</code>. Send it back as <code>If-None-Match</code> and you get an
            empty 304 while nothing has changed.
          </li>
          <li>
            What can’t be answered is a problem document (<code>application/problem+json</code>) with status
            400 or 404 that says what was expected. An unknown parameter is refused, not passed over.
          </li>
          <li>Version 1 gets additions. What is there keeps its name and meaning.</li>
        </ul>
      </Section>
      <Section id="routes" heading="Addresses" note={<p>Each example can be opened as it stands.</p>}>
        <dl className="space-y-6">
          {API_ROUTES.map(({ route, gives, mediaType, parameters, examples }) => (
            <div key={route} className="border-t border-rule pt-4 first:border-t-0 first:pt-0">
              <dt>
                <code className="font-semibold wrap-anywhere">{route}</code>
              </dt>
              <dd className="mt-1 prose-width text-sm">
                <p>
                  {gives} <span className="text-ink-soft">({mediaType})</span>
                </p>
                {parameters === undefined ? null : (
                  <p className="mt-1 text-ink-soft">Parameters: {parameters.join("; ")}.</p>
                )}
                {examples(council).map((path) => (
                  <p key={path} className="mt-1">
                    <a href={path} className="inline-block min-h-6 wrap-anywhere">
                      {addressOf(path)}
                    </a>
                  </p>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <WebhookGuide />
      {latestOutturn === null ? null : (
        <Section
          id="example"
          heading="One figure"
          note={
            <p>
              The latest published deficit of {example?.name}, as <code>data.latestOutturn</code> gives it
              today.
            </p>
          }
        >
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
            tabIndex={0}
            className="overflow-x-auto border-l-4 border-rule-strong bg-wash p-4 text-xs"
          >
            <code>{JSON.stringify(latestOutturn, null, 2)}</code>
          </pre>
        </Section>
      )}
    </PageBody>
  );
}
