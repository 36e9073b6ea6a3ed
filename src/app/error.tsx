"use client";

import { PageBody } from "@/components/layout/page-body";
import { PageFailed } from "@/components/layout/page-failed";

export default function ErrorPage({ retry }: { readonly retry: () => void }) {
  return (
    <PageBody meta={null}>
      <PageFailed retry={retry} />
    </PageBody>
  );
}
