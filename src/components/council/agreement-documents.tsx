import { Badge } from "@tremor/react";
import type { AgreementDocument } from "@/shapes/api-shapes";
import { formatYear } from "@/wording/dates";

/** The documents as DfE's page lists them. */
export function AgreementDocuments({ documents }: { readonly documents: readonly AgreementDocument[] }) {
  return (
    <ul className="space-y-3">
      {documents.map(({ title, url, signedYear, underReview, source }) => (
        <li key={title} className="prose-width">
          <p>
            {url === null ? title : <a href={url}>{title}</a>}
            {underReview ? (
              <Badge size="xs" className="ml-2">
                under review
              </Badge>
            ) : null}
          </p>
          <p className="text-sm text-ink-soft">
            Signed in {formatYear(signedYear)}.{" "}
            {url === null ? "We hold its title, not the document itself. " : null}
            <a href={source.url}>Listed by DfE</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
