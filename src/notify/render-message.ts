import type { NotifyContext, Site } from "@/context";
import type { MailSettings, RenderedMail } from "@/mail/mail-settings";
import { renderAlarmMail } from "@/mail/render-alarm-mail";
import { type MailPicture, renderAlertMail } from "@/mail/render-alert-mail";
import { renderConfirmMail } from "@/mail/render-confirm-mail";
import { renderCorrectionMail } from "@/mail/render-correction-mail";
import { type DigestPeriod, renderDigestMail } from "@/mail/render-digest-mail";
import { renderManageMail } from "@/mail/render-manage-mail";
import { renderReportAnswerMail } from "@/mail/render-report-answer-mail";
import { renderTestMail } from "@/mail/render-test-mail";
import { renderWebhookDisabledMail } from "@/mail/render-webhook-disabled-mail";
import {
  alarmContentShape,
  confirmContentShape,
  manageContentShape,
  reportAnswerContentShape,
  webhookDisabledContentShape,
} from "@/shapes/alert-shapes";
import type { ClaimedDelivery } from "./claimed-delivery";
import type { StoredAlert } from "./load-alerts";
import { loadLinkExpiry } from "./load-link-expiry";
import { SITE_NAME } from "./site-name";
import { hashOfToken, tokenFor } from "./tokens";

/** It would be of no use to anybody, now or later. */
export class PointlessMessage extends Error {}

/** In words that are the same for all who get it; links that are one reader's own stand as placeholders. */
export async function renderNews(
  site: Site,
  news: {
    readonly form: "alert" | "correction" | "digest";
    readonly alerts: readonly StoredAlert[];
    /** Of a digest. */
    readonly period: DigestPeriod | null;
    /** Sent along: what it shows, where that is known. Null: none. */
    readonly picture: { readonly alt: string | null } | null;
  },
): Promise<RenderedMail> {
  const [first, ...others] = news.alerts;
  if (first === undefined) throw new PointlessMessage("There is nothing to tell.");
  const settings = settingsOf(site);
  if (news.period !== null) {
    const digest = await renderDigestMail(news.alerts, news.period, settings);
    if (digest === null) throw new PointlessMessage("There is nothing to tell.");
    return digest;
  }
  const pictured = { ...settings, picture: news.picture && pictureOf(news.picture) };
  return news.form === "correction"
    ? renderCorrectionMail(first, pictured)
    : renderAlertMail([first, ...others], pictured);
}

function pictureOf({ alt }: { readonly alt: string | null }): MailPicture {
  return alt === null ? {} : { alt };
}

type PersonalContext = Pick<NotifyContext, "site" | "secrets" | "database">;

/** For one person. */
export async function renderPersonal(
  context: PersonalContext,
  { purpose, content, createdAt }: ClaimedDelivery,
): Promise<RenderedMail> {
  const { site, secrets } = context;
  const settings = settingsOf(site);
  switch (purpose) {
    case "confirm": {
      const { signUpId, choices, names } = confirmContentShape.parse(content);
      const link = `${site.baseUrl}/alerts/confirm/${tokenFor(secrets, "sign-up", signUpId)}`;
      return renderConfirmMail({ choices, councils: names, link }, settings);
    }
    case "manage": {
      const { accessId } = manageContentShape.parse(content);
      const token = tokenFor(secrets, "access", accessId);
      const expiresAt = await loadLinkExpiry(context, hashOfToken(token));
      if (expiresAt === null) throw new PointlessMessage("The link that it brings has expired.");
      const link = `${site.baseUrl}/alerts/manage/${token}`;
      return renderManageMail({ link, expiresAt: expiresAt.toISOString() }, settings);
    }
    case "webhook-disabled": {
      const webhook = webhookDisabledContentShape.parse(content);
      return renderWebhookDisabledMail({ ...webhook, manage: "{{manage}}" }, settings);
    }
    case "alarm":
      return renderAlarmMail(alarmContentShape.parse(content), settings);
    case "report-answer":
      return renderReportAnswerMail(reportAnswerContentShape.parse(content), settings);
    case "test":
      return renderTestMail({ sentAt: createdAt.toISOString() }, settings);
    default:
      throw new PointlessMessage(`There are no words for the purpose "${purpose}".`);
  }
}

function settingsOf({ baseUrl, contactEmail, practice }: Site): MailSettings {
  return { baseUrl, siteName: SITE_NAME, contact: contactEmail, practice };
}
