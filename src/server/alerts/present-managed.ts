import { USUAL_KINDS } from "@/domain/alerts/usual-kinds";
import { countRequest } from "@/notify/limit-requests";
import type { Manageable } from "@/notify/manageable";
import { councilNames } from "@/present/named-councils";
import type { ManagePage } from "@/shapes/alert-form-shapes";
import type { RequestContext } from "../context";
import { namedChoices, presentFields, typedOf } from "./present-choices";
import { openSlip, type Slip, type TypedChoices } from "./slip";

/** For somebody who gets no mail and thinks of getting some. */
const FRESH: TypedChoices = {
  ...{ everyCouncil: false, councils: [], find: "", frequency: "weekly" },
  kinds: [...USUAL_KINDS],
};

/** The page on which somebody manages what they hear of, with what its forms hand to it. */
export async function presentManaged(
  context: RequestContext,
  { email, mail, webhooks }: Manageable,
  sealed: string | undefined,
): Promise<ManagePage> {
  const names = await councilNames(context);
  const slip = openSlip(context, sealed, "choices", "webhook", "webhook-added", "done");
  const typed = slip?.of === "choices" ? slip.typed : mail === null ? FRESH : typedOf(mail, names);
  return {
    email,
    mail: mail && namedChoices(mail, names),
    fields: await presentFields(context, typed, slip?.of === "choices" ? slip.problems : []),
    webhooks: webhooks.map(({ id, url, since, disabled, calls, everyCouncil, dfeCodes, kinds }) => ({
      ...{ id, url, since: since.toISOString() },
      chosen: namedChoices(
        { everyCouncil, dfeCodes: [...dfeCodes], kinds: [...kinds], frequency: "instant" },
        names,
      ),
      disabled: disabled && { at: disabled.at.toISOString(), because: disabled.because },
      calls: calls.map(({ at, ...call }) => ({ ...call, at: at.toISOString() })),
    })),
    webhookForm: {
      url: slip?.of === "webhook" ? slip.url : "",
      everything: slip?.of === "webhook" ? slip.everything : true,
      problems: slip?.of === "webhook" ? slip.problems : [],
      added: slip?.of === "webhook-added" ? await shownOnce(context, slip) : null,
    },
    done: slip?.of === "done" ? slip.what : null,
    mailWay: context.mailWay,
  };
}

/** A secret, if this is the first time that somebody looks: the address of the page is kept by browsers and logs. */
async function shownOnce(
  context: RequestContext,
  { id, url, secret }: Extract<Slip, { of: "webhook-added" }>,
): Promise<ManagePage["webhookForm"]["added"]> {
  return (await countRequest(context, "secret-of-webhook", id)) === null ? { url, secret } : null;
}
