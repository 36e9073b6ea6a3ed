import type { ReportAddress } from "@/shapes/report-shapes";

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST = { figure: 600, flag: 100, council: 100, slip: 16_000 } as const;

/**
 * What the page's address says that a report is about: `figure=3f2a9c1b2d3e;sheet=A;cell=C5`, `flag=351-target-moved`
 * or `council=kent`. What is too long for any of ours counts as not said.
 */
export function readReportView(params: SearchParams): ReportAddress & { readonly slip?: string } {
  const single = (name: keyof typeof LONGEST) => {
    const value = [params[name]].flat()[0]?.trim();
    return value && value.length <= LONGEST[name] ? { [name]: value } : {};
  };
  return { ...single("figure"), ...single("flag"), ...single("council"), ...single("slip") };
}
