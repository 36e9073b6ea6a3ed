import type { AlertContent } from "@/shapes/alert-shapes";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { renderAlarmMail } from "./render-alarm-mail";
import { renderAlertMail } from "./render-alert-mail";
import { renderConfirmMail } from "./render-confirm-mail";
import { renderCorrectionMail } from "./render-correction-mail";
import { renderDigestMail } from "./render-digest-mail";
import { renderManageMail } from "./render-manage-mail";
import { renderReportAnswerMail } from "./render-report-answer-mail";
import { renderTestMail } from "./render-test-mail";
import { renderWebhookDisabledMail } from "./render-webhook-disabled-mail";

/*
 * Every kind of message, about councils that don't exist: for tests, for looking at, and for the page that shows
 * the components.
 */

export const SAMPLE_SETTINGS: MailSettings = {
  baseUrl: "https://tracker.example",
  siteName: "Safety Valve Tracker",
  contact: "corrections@tracker.example",
  practice: false,
};

export const SAMPLE_ALT =
  "Owed after DfE money: £8.2m in Mar 2022, £21.4m in Mar 2023, £39.9m in Mar 2024, £58.1m in Mar 2025. " +
  "Promised: £25m in Mar 2023, £24.1m in Mar 2024, £22.6m in Mar 2025. Judged at Mar 2025: £35.5 million above plan.";

const EXAMPLESHIRE = { dfeCode: "X01", name: "Exampleshire", slug: "exampleshire" };
const SAMPLETON = { dfeCode: "X02", name: "Sampleton", slug: "sampleton" };
const MODELBOROUGH = { dfeCode: "X03", name: "Modelborough and Specimen", slug: "modelborough-and-specimen" };

const agreement = (where: string) => ({
  title: "Dedicated schools grant “safety valve” agreement: Exampleshire",
  url: "https://publisher.example/media/65fc/Exampleshire_agreement.pdf",
  where,
});
const section251 = (where: string) => ({
  title: "LA and school expenditure, 2024 to 2025",
  url: "https://publisher.example/find-statistics/la-and-school-expenditure",
  where,
});

export const MISSED: AlertContent = {
  kind: "promise-missed",
  tone: "bad",
  council: EXAMPLESHIRE,
  title: "Exampleshire: Deficit above the agreed profile",
  lines: [
    {
      text: "At 31 March 2025 the deficit was £58.1 million, against £22.6 million in the agreement: £35.5 million more.",
      basis: "before DfE money, whole DSG",
      source: null,
    },
    { text: "Planned deficit at 31 March 2025: £22.6 million", source: agreement("page 2, table 1") },
    {
      text: "Published deficit at 31 March 2025: £58.1 million",
      source: section251("data/dsg_balances.csv, row 88"),
    },
  ],
  more: 0,
  checked: true,
  derived: true,
  path: "/flags/351-deficit-above-profile",
  occurredAt: "2026-11-29T05:12:00.000Z",
};

export const AT_RISK: AlertContent = {
  kind: "at-risk",
  tone: "bad",
  council: SAMPLETON,
  title: "Sampleton: Forecast above the agreed profile",
  lines: [
    {
      text: "The council’s forecast of 14 October 2026 for 31 March 2027 is £12.9 million, against £9.4 million in the agreement: £3.5 million more.",
      basis: "before DfE money, whole DSG",
      source: {
        title: "Schools forum, 14 October 2026, item 6",
        url: "https://sampleton.example/forum/2026-10-14",
        where: "page 11",
      },
    },
  ],
  more: 0,
  checked: false,
  derived: true,
  path: "/flags/352-deficit-heading-above-profile",
  occurredAt: "2026-11-28T05:12:00.000Z",
};

export const TARGET_MOVED: AlertContent = {
  kind: "target-moved",
  tone: "bad",
  council: EXAMPLESHIRE,
  title: "Exampleshire: Balance promised two years later",
  lines: [
    {
      text: "The year of balance moved from 2025 to 2026 to 2027 to 2028: 2 years later.",
      source: agreement("page 1, paragraph 3"),
    },
    {
      text: "The planned deficit at 31 March 2026 moved from £17.3 million to £31.8 million: £14.5 million more.",
      basis: "before DfE money, whole DSG",
      source: agreement("page 2, table 1"),
    },
  ],
  more: 3,
  checked: false,
  derived: true,
  path: "/flags/353-target-moved",
  occurredAt: "2026-11-27T05:12:00.000Z",
};

export const PAYMENT: AlertContent = {
  kind: "payment-news",
  tone: "neutral",
  council: MODELBOROUGH,
  title: "Modelborough and Specimen: DfE payment for 2025 to 2026: from £4 million to £1.2 million",
  lines: [
    {
      text: "DfE payment for 2025 to 2026: from £4 million to £1.2 million, £2.8 million less.",
      source: {
        title: "Letter of the department to the council, 20 November 2026",
        url: "https://publisher.example/letters/modelborough",
        where: "page 1",
      },
    },
  ],
  more: 0,
  checked: true,
  derived: false,
  path: "/changes?authority=modelborough-and-specimen",
  occurredAt: "2026-11-27T14:00:00.000Z",
};

export const CLEARED: AlertContent = {
  kind: "at-risk",
  tone: "good",
  council: MODELBOROUGH,
  title: "Modelborough and Specimen: Says that it’s off track (cleared)",
  lines: [
    {
      text: "No longer found: says that it’s off track. Before, it said: The council said on 3 March 2026 that it won’t reach balance in 2026 to 2027.",
      source: null,
    },
  ],
  more: 0,
  checked: true,
  derived: true,
  path: "/flags/340-says-off-track",
  occurredAt: "2026-11-26T05:12:00.000Z",
};

export const OUTTURN: AlertContent = {
  kind: "outturn-published",
  tone: "neutral",
  council: SAMPLETON,
  title: "Sampleton: Deficit published, 31 March 2026: £11.2 million",
  lines: [
    {
      text: "Deficit at 31 March 2026: £11.2 million",
      basis: "after DfE money, whole DSG",
      source: section251("data/dsg_balances.csv, row 91"),
    },
  ],
  more: 0,
  checked: true,
  derived: false,
  path: "/changes?authority=sampleton",
  occurredAt: "2026-11-26T05:12:00.000Z",
};

export const OVERDUE: AlertContent = {
  kind: "source-overdue",
  tone: "neutral",
  council: null,
  title: "Overdue: LA and school expenditure",
  lines: [
    {
      text: "The edition for 2025 to 2026 was expected in October 2026. We have not found it.",
      source: section251(""),
    },
  ],
  more: 0,
  checked: true,
  derived: false,
  path: "/sources",
  occurredAt: "2026-11-25T05:12:00.000Z",
};

export const CORRECTION: AlertContent = {
  kind: "promise-missed",
  tone: "neutral",
  council: EXAMPLESHIRE,
  title: "Exampleshire: correction, we withdrew “Deficit above the agreed profile”",
  lines: [
    {
      text: "We told you: At 31 March 2025 the deficit was £58.1 million, against £22.6 million in the agreement: £35.5 million more.",
      source: null,
    },
    {
      text: "We have withdrawn this. The council has shown that £30 million of local money was paid in before the year ended, which the agreement leaves out.",
      source: null,
    },
  ],
  more: 0,
  checked: true,
  derived: true,
  path: "/flags/351-deficit-above-profile",
  occurredAt: "2026-12-02T10:30:00.000Z",
};

const WEEK = {
  frequency: "weekly",
  from: "2026-11-23T08:00:00.000Z",
  until: "2026-11-30T08:00:00.000Z",
} as const;

/** Every kind of message by a name that can be a file's. */
export async function sampleMails(): Promise<Readonly<Record<string, RenderedMail>>> {
  const settings = SAMPLE_SETTINGS;
  const withPicture = { ...settings, picture: { alt: SAMPLE_ALT } };
  const withoutPicture = { ...settings, picture: null };
  const digest = await renderDigestMail(
    [OUTTURN, OVERDUE, PAYMENT, CLEARED, AT_RISK, TARGET_MOVED, MISSED],
    WEEK,
    settings,
  );
  if (digest === null) throw new Error("The sample digest tells nothing.");
  return {
    alert: await renderAlertMail(MISSED, withPicture),
    "alert-not-checked": await renderAlertMail(TARGET_MOVED, withoutPicture),
    "alert-several": await renderAlertMail([TARGET_MOVED, MISSED], withPicture),
    "alert-practice": await renderAlertMail(MISSED, { ...withPicture, practice: true }),
    "alert-cleared": await renderAlertMail(CLEARED, withoutPicture),
    "alert-overdue": await renderAlertMail(OVERDUE, withoutPicture),
    digest,
    correction: await renderCorrectionMail(CORRECTION, withoutPicture),
    confirm: await renderConfirmMail(
      {
        choices: {
          everyCouncil: false,
          kinds: ["promise-missed", "at-risk", "target-moved", "payment-news"],
          frequency: "weekly",
        },
        councils: ["Exampleshire", "Sampleton", "Modelborough and Specimen"],
        link: "https://tracker.example/alerts/confirm/7vPq0b2yQmJt8uYw1XcA5zKd3Rf6NhLe",
      },
      settings,
    ),
    manage: await renderManageMail(
      {
        link: "https://tracker.example/alerts/manage/7vPq0b2yQmJt8uYw1XcA5zKd3Rf6NhLe",
        expiresAt: "2026-11-29T13:00:00.000Z",
      },
      settings,
    ),
    "webhook-disabled": await renderWebhookDisabledMail(
      {
        url: "https://newsroom.example/hooks/safety-valve",
        failures: 5,
        because: "It answered 503 Service Unavailable.",
        disabledAt: "2026-11-29T11:00:00.000Z",
        manage: "https://tracker.example/alerts/manage/7vPq0b2yQmJt8uYw1XcA5zKd3Rf6NhLe",
      },
      settings,
    ),
    "alarm-failing": await renderAlarmMail(
      {
        state: "failing",
        source: "LA and school expenditure",
        failures: 3,
        because: "content.publisher.example answered 502 Bad Gateway, four times within 40 seconds.",
        since: "2026-11-27T05:00:00.000Z",
        at: "2026-11-29T05:00:00.000Z",
      },
      settings,
    ),
    "alarm-recovered": await renderAlarmMail(
      {
        state: "recovered",
        source: "LA and school expenditure",
        failures: 4,
        because: "content.publisher.example answered 502 Bad Gateway, four times within 40 seconds.",
        since: "2026-11-27T05:00:00.000Z",
        at: "2026-11-30T05:00:00.000Z",
      },
      settings,
    ),
    "report-answer": await renderReportAnswerMail(
      {
        reportId: 12,
        about: "Exampleshire: Deficit at 31 March 2025, after DfE money (net)",
        answer:
          "Thank you. You are right: the return was read one row too low.\n\nThe figure is £21.4 million, as you say, and is corrected.",
        path: "/authorities/exampleshire",
      },
      settings,
    ),
    test: await renderTestMail({ sentAt: "2026-11-29T11:00:00.000Z" }, settings),
  };
}
