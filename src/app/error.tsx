"use client";

import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";

export default function ErrorPage({ retry }: { readonly retry: () => void }) {
  return (
    <PageBody meta={null}>
      <Lead title="Something went wrong" sentence="The figures could not be read just now.">
        <p className="mt-6 prose-width">Nothing is lost. Try again in a minute.</p>
        <button type="button" className="button mt-4" onClick={retry}>
          Try again
        </button>
      </Lead>
    </PageBody>
  );
}
