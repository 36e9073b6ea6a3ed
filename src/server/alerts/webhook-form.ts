import { ALERT_KINDS } from "@/domain/alerts/alert";
import { addWebhook } from "@/notify/add-webhook";
import { enableWebhook } from "@/notify/enable-webhook";
import { manageable } from "@/notify/manageable";
import { removeWebhook } from "@/notify/remove-webhook";
import { testWebhook } from "@/notify/test-webhook";
import type { WebhookRefusal } from "@/notify/webhook-problem";
import type { Choices } from "@/shapes/alert-shapes";
import { NO_URL, waitWords } from "@/wording/alert-forms";
import type { RequestContext } from "../context";
import type { FormRoute } from "./form-route";
import { textOf } from "./read-choices";
import type { Slip } from "./slip";
import { managePath, pathWithSlip } from "./slip-paths";

const LONGEST_URL = 2_100;
const PLACE = "webhooks";
const EVERYTHING: Choices = {
  everyCouncil: true,
  dfeCodes: [],
  kinds: [...ALERT_KINDS],
  frequency: "instant",
};

/** The forms about webhooks of `/alerts/manage/[token]`: one for a new address, one for each that is there. */
export const webhookForm: FormRoute = {
  name: "a webhook's form",
  page: "/alerts/manage",
  async take(context, form) {
    const token = textOf(form, "token");
    const id = textOf(form, "webhook");
    switch (textOf(form, "step")) {
      case "test":
        return after(context, token, await testWebhook(context, token, id), "tested");
      case "enable":
        return after(context, token, await enableWebhook(context, token, id), "enabled");
      case "remove":
        return after(context, token, await removeWebhook(context, token, id), "removed");
      default:
        return add(context, token, form);
    }
  },
};

type DoneToWebhook = "tested" | "enabled" | "removed";

function after(
  context: RequestContext,
  token: string,
  outcome: WebhookRefusal | { readonly kind: "sent" | "enabled" | "removed" },
  what: DoneToWebhook,
): string {
  const problem = problemOf(outcome);
  const slip: Slip =
    problem === null
      ? { of: "done", what }
      : { of: "webhook", url: "", everything: false, problems: [{ field: "url", message: problem }] };
  return isGone(outcome) ? managePath(token) : pathWithSlip(context, managePath(token), slip, PLACE);
}

async function add(context: RequestContext, token: string, form: FormData): Promise<string> {
  const url = textOf(form, "url", LONGEST_URL);
  const everything = textOf(form, "told") !== "same";
  const choices = everything ? EVERYTHING : await sameAsMail(context, token);
  const outcome =
    url === ""
      ? ({ kind: "address", because: NO_URL } as const)
      : await addWebhook(context, token, { url, choices });
  if (outcome.kind === "added") {
    const { id, secret } = outcome;
    const slip = { of: "webhook-added", id, url, secret } as const;
    return pathWithSlip(context, managePath(token), slip, PLACE);
  }
  if (isGone(outcome)) return managePath(token);
  const problems = [{ field: "url" as const, message: problemOf(outcome) ?? "" }];
  return pathWithSlip(context, managePath(token), { of: "webhook", url, everything, problems }, PLACE);
}

/** The page that the link opens says what became of it. */
function isGone({ kind }: { readonly kind: string }): boolean {
  return kind === "no-such-link" || kind === "no-such-webhook";
}

function problemOf(
  outcome: WebhookRefusal | { readonly kind: "sent" | "enabled" | "removed" },
): string | null {
  if (outcome.kind === "address") return outcome.because;
  return outcome.kind === "wait" ? waitWords(outcome.minutes) : null;
}

async function sameAsMail(context: RequestContext, token: string): Promise<Choices> {
  return (await manageable(context, token))?.mail ?? EVERYTHING;
}
