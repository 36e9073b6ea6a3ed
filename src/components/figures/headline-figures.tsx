import clsx from "clsx";
import type { ReactNode } from "react";

export interface HeadlineFigure {
  readonly key: string;
  readonly label: string;
  readonly figure: ReactNode;
  /** Basis and date, in small type. */
  readonly under: ReactNode;
}

/** At most four, unequal: the first is the page's figure, the others stand by it. */
export function HeadlineFigures({ figures }: { readonly figures: readonly HeadlineFigure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-y-5 border-t border-rule-strong lg:grid-cols-[1.7fr_1fr_1fr_1fr] print:grid-cols-[1.5fr_1fr_1fr_1fr]">
      {figures.slice(0, 4).map(({ key, label, figure, under }, index) => (
        <div
          key={key}
          className={clsx(
            "pt-3 pr-4 sm:pr-6",
            index > 0 && "lg:border-l lg:border-rule lg:pl-6",
            index === 0 && "col-span-2 lg:col-span-1 print:col-span-1",
          )}
        >
          <dt className="text-sm font-medium">{label}</dt>
          <dd
            className={clsx(
              "mt-1 font-serif leading-none font-semibold",
              index === 0 ? "text-4xl sm:text-5xl print:text-3xl" : "text-xl sm:text-2xl lg:pt-[1.05rem]",
            )}
          >
            {figure}
          </dd>
          <dd className="mt-2 text-xs text-ink-soft">{under}</dd>
        </div>
      ))}
    </dl>
  );
}
