import { CopyButton } from "@/components/cite/copy-button";

/** What can be done with the chart: taken along as a picture or as figures, set into another page, cited. */
export function ChartLinks({
  council,
  slug,
  site,
}: {
  readonly council: string;
  readonly slug: string;
  readonly site: string;
}) {
  const embed = `<iframe src="${site}/embed/authorities/${slug}" title="${council}: promised and published deficit" width="100%" height="480" loading="lazy"></iframe>`;
  const chart = `/charts/authorities/${slug}`;
  return (
    <div className="screen-only mt-2 border-t border-rule pt-1 text-sm">
      <ul className="flex flex-wrap gap-x-6">
        <ChartLink href={`${chart}.svg`} download="SVG">
          SVG
        </ChartLink>
        <ChartLink href={`${chart}.png`} download="PNG">
          PNG
        </ChartLink>
        <ChartLink href={`${chart}.csv`} download="CSV">
          CSV
        </ChartLink>
        <li>
          <a href="#cite" className="inline-flex min-h-11 items-center">
            Cite
          </a>
        </li>
        <li className="basis-full sm:basis-auto">
          <details>
            <summary className="min-h-11 py-2.5 text-accent">Embed this chart</summary>
            <p className="mt-1 max-w-[50rem] border-l-4 border-rule-strong pl-4 font-mono text-xs wrap-anywhere select-all">
              {embed}
            </p>
            <CopyButton text={embed} what="code" />
          </details>
        </li>
      </ul>
    </div>
  );
}

function ChartLink({
  href,
  download,
  children,
}: {
  readonly href: string;
  readonly download: string;
  readonly children: string;
}) {
  return (
    <li>
      <a
        href={href}
        className="inline-flex min-h-11 items-center"
        aria-label={`Download the chart as ${download}`}
      >
        {children}
      </a>
    </li>
  );
}
