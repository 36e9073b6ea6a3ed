import type { ReactNode } from "react";

/** The top of a page: what it is about, and the one sentence that answers it. */
export function Lead({
  title,
  above,
  sentence,
  children,
}: {
  readonly title: string;
  /** What stands over the title: a way back, a region. */
  readonly above?: ReactNode;
  readonly sentence: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <header className="pt-6 pb-8 lg:pt-14 lg:pb-14">
      {above === undefined ? null : <div className="mb-2 text-sm text-ink-soft">{above}</div>}
      <h1 className="text-lg font-semibold text-accent sm:text-xl">{title}</h1>
      <p className="mt-3 max-w-[56rem] font-serif wrap-break-word text-2xl text-pretty sm:text-3xl lg:text-4xl">
        {sentence}
      </p>
      {children}
    </header>
  );
}
