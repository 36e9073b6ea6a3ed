import { printAgreement } from "@/testing/agreements/print-agreement";
import { type ArchiveDocument, MEDIA_TYPES, textBytes } from "../archive/archive-document";
import { slugOfCouncil } from "./council-list";
import type { AgreementPrint, PracticeAgreement, PracticeCouncil } from "./practice-council";
import { INVENTED, PRACTICE_PAGE } from "./practice-words";
import { isOutBy } from "./stages";

const BASE_PATH = "/government/publications/dedicated-schools-grant-very-high-deficit-intervention";
const TITLE = "Dedicated schools grant: very high deficit intervention";

/** What the page said of each of its changes. */
const NOTES: readonly { readonly date: string; readonly note: string }[] = [
  { date: "2021-03-19", note: "First published, with two agreements." },
  { date: "2022-03-24", note: "Added four agreements signed in 2021-22." },
  { date: "2023-03-16", note: "Added three agreements signed in 2022-23." },
  {
    date: "2024-03-21",
    note: "Added two agreements signed in 2023-24, replaced those of Oldshire and Sampleton, and marked that of Mockham as under review.",
  },
];

interface Signed extends PracticeAgreement {
  readonly council: PracticeCouncil;
}

/** The agreements page as it stood at a stage, and the PDFs that it then listed. */
export async function agreementDocuments(
  councils: readonly PracticeCouncil[],
  stage: string,
): Promise<ArchiveDocument[]> {
  const signed = councils
    .flatMap((council): Signed[] => (council.agreement ? [{ ...council.agreement, council }] : []))
    .filter(({ cohort }) => isOutBy(stage, `20${cohort.slice(5)}-03-31`))
    .sort((a, b) =>
      a.cohort === b.cohort ? (a.council.name < b.council.name ? -1 : 1) : a.cohort > b.cohort ? -1 : 1,
    );
  const listed = signed.map((agreement) => ({ agreement, print: latestPrint(agreement, stage) }));
  const attachments = listed.map(({ agreement, print }) => ({
    attachment_type: "file",
    content_type: MEDIA_TYPES.pdf,
    id: `${slugOfCouncil(agreement.council)}.pdf`,
    title: titleOf(agreement, stage),
    url: print === null ? null : addressOf(agreement.council, print),
  }));
  const notes = NOTES.filter(({ date }) => isOutBy(stage, date)).reverse();
  const entry = {
    base_path: BASE_PATH,
    title: TITLE,
    description: INVENTED,
    schema_name: "publication",
    locale: "en",
    first_published_at: "2021-03-19T10:00:00.000+00:00",
    public_updated_at: `${notes[0]?.date}T10:00:00.000+00:00`,
    details: {
      body: `<p>${INVENTED}</p>`,
      attachments,
      featured_attachments: attachments.map(({ id }) => id),
      change_history: notes.map(({ date, note }) => ({
        public_timestamp: `${date}T10:00:00.000+00:00`,
        note,
      })),
    },
    links: {},
  };
  const page: ArchiveDocument = {
    url: `https://www.gov.uk/api/content${BASE_PATH}`,
    mediaType: MEDIA_TYPES.json,
    title: TITLE,
    publishedOn: null,
    citation: { title: "Invented agreements page", url: `${PRACTICE_PAGE}agreements` },
    bytes: textBytes(`${JSON.stringify(entry, null, 2)}\n`),
  };
  const prints = await Promise.all(
    listed.flatMap(({ agreement, print }) => (print === null ? [] : [printed(agreement, print, stage)])),
  );
  return [page, ...prints];
}

async function printed(agreement: Signed, print: AgreementPrint, stage: string): Promise<ArchiveDocument> {
  return {
    url: addressOf(agreement.council, print),
    mediaType: MEDIA_TYPES.pdf,
    title: titleOf(agreement, stage),
    publishedOn: null,
    citation: null,
    bytes: await printAgreement(print.specification),
  };
}

/** The last one out by then; an agreement without any is listed without an address. */
function latestPrint({ documents }: PracticeAgreement, stage: string): AgreementPrint | null {
  return documents.filter(({ publishedOn }) => isOutBy(stage, publishedOn)).at(-1) ?? null;
}

function titleOf({ council, cohort, underReviewFrom }: Signed, stage: string): string {
  const from = Number(cohort.slice(0, 4));
  const title = `${council.name}: dedicated schools grant ‘safety valve’ agreement ${from}-${from + 1}`;
  return underReviewFrom !== undefined && isOutBy(stage, underReviewFrom) ? `${title} (under review)` : title;
}

/** A replaced file has a new address, as the publisher's media store gives one to every file. */
function addressOf(council: PracticeCouncil, { publishedOn }: AgreementPrint): string {
  return `https://assets.publishing.service.gov.uk/media/practice-${publishedOn}/${slugOfCouncil(council)}.pdf`;
}
