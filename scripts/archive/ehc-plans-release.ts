import { stringify } from "csv-stringify/sync";
import type { ArchiveDocument } from "./archive-document";
import { councilAreas } from "./council-areas";
import { type FigureFiles, figureRows, groupedBy } from "./figure-rows";
import { releaseDocuments } from "./statistics-release";

const FILE = "figures/ehc_plans.csv";

const FILLED_COLUMNS = [
  "time_period",
  "time_identifier",
  "geographic_level",
  "country_code",
  "country_name",
  "region_code",
  "region_name",
  "new_la_code",
  "old_la_code",
  "la_name",
  "breakdown_topic",
  "breakdown",
  "ehcplans",
];

/** Where the children are placed, in the file's order: not held, so blank in every row. */
const BLANK_COLUMNS =
  "mainstream_la_maintained mainstream_la_maintained_resourced_provision mainstream_la_maintained_senunit mainstream_academy mainstream_academy_resourced_provision mainstream_academy_senunit mainstream_free_school mainstream_free_school_resourced_provision mainstream_free_school_senunit mainstream_independent mainstream_total mainstream_total_pc special_la_maintained special_academy_free special_independent special_non_maintained special_total special_total_pc ap_pru_academy ap_pru_free_school ap_pru_la_maintained ap_pru_total AP_PRU_total_pc general_fe_tertiary_colleges specialist_post_16_institutions ukrlp_provider fe_total fe_total_pc elective_home_education other_arrangements_la other_arrangements_parents online_provider w_settings other_schools other_placement_settings neet neet_ntci neet_other neet_other_csa ed_elsewhere ed_elsewhere_pc nm_early_years nm_early_years_pc placement_unknown placement_unknown_pc await_prov_2022 perm_ex_2022".split(
    " ",
  );

const BYTE_ORDER_MARK = "\ufeff";
/** What the release says of itself. */
export interface EhcPlansWords {
  readonly origin?: string;
  readonly guidance: string;
}

const REBUILT_WORDS: EhcPlansWords = {
  guidance:
    "All EHC plans of England and of each local authority, January 2019 to 2025. The placements, the other breakdowns and the regional rows are not held: their columns are blank.",
};

const ALL_PLANS = "All EHC plans";

/**
 * The 2025 release of education, health and care plans: plans of each council every January,
 * and England as the sum of the councils, which is what the publication prints.
 */
export function ehcPlansDocuments(
  figures: FigureFiles,
  words: EhcPlansWords = REBUILT_WORDS,
): ArchiveDocument[] {
  const rows = figureRows(figures, FILE, [
    "la_code",
    "gss_code",
    "la_name",
    "year",
    "ehc_plans",
    "source",
    "source_url",
  ]);
  const [first] = rows;
  if (!first) throw new Error(`archive/${FILE} has no rows.`);
  const latest = rows.map((row) => row.year).reduce((a, b) => (a > b ? a : b));

  const areaOf = councilAreas(figures);
  const lines = [...groupedBy(rows, (row) => row.year)]
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([year, councils]) => {
      // The count of January 2025 belongs to the school year 2024/25.
      const schoolYear = `${Number(year) - 1}${year.slice(2)}`;
      const line = (level: string, area: readonly string[], plans: number | string) => [
        schoolYear,
        "Academic year",
        level,
        "E92000001",
        "England",
        ...area,
        ALL_PLANS,
        ALL_PLANS,
        String(plans),
        ...BLANK_COLUMNS.map(() => ""),
      ];
      const england = councils.reduce((total, council) => total + Number(council.ehc_plans), 0);
      return [
        line("National", ["", "", "", "", ""], england),
        ...councils.map((council) => {
          const { regionCode, regionName } = areaOf(council.la_code, `${year}-01-31`);
          const area = [regionCode, regionName, council.gss_code, council.la_code, council.la_name];
          return line("Local authority", area, council.ehc_plans);
        }),
      ];
    });

  return releaseDocuments({
    publication: { slug: "education-health-and-care-plans", title: "Education, health and care plans" },
    slug: latest,
    title: `Reporting year ${latest}`,
    yearTitle: latest,
    citation: { title: first.source, url: first.source_url },
    ...(words.origin === undefined ? {} : { origin: words.origin }),
    files: [
      {
        name: "caseload.csv",
        title: "Number of education, health (EHC) plans as at January each year",
        guidance: words.guidance,
        csv:
          BYTE_ORDER_MARK +
          stringify([[...FILLED_COLUMNS, ...BLANK_COLUMNS], ...lines], { record_delimiter: "\r\n" }),
      },
    ],
  });
}
