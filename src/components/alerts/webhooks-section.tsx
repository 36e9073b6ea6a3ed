import Link from "next/link";
import { CopyButton } from "@/components/cite/copy-button";
import { Section } from "@/components/layout/section";
import type { ManagePage } from "@/shapes/alert-form-shapes";
import { DoneNotice } from "./done-notice";
import { ProblemAt, problemWith } from "./problems";
import { Tick } from "./tick";
import { WebhookEntry } from "./webhook-entry";

/** Addresses of a subscriber's own that are called: those that are there, and a form for another. */
export function WebhooksSection({
  token,
  page: { webhooks, webhookForm, mail, done },
}: {
  readonly token: string;
  readonly page: Pick<ManagePage, "webhooks" | "webhookForm" | "mail" | "done">;
}) {
  const { url, everything, problems, added } = webhookForm;
  const problem = problemWith(problems, "url");
  return (
    <Section
      id="webhooks"
      heading="Webhooks"
      note={
        <p>
          For programs. <Link href="/developers#webhooks">How to receive and check a call</Link>
        </p>
      }
    >
      {done === "tested" || done === "enabled" || done === "removed" ? <DoneNotice done={done} /> : null}
      {added === null ? null : (
        <div role="status" className="mb-8 border-l-4 border-on-track bg-wash px-5 py-4">
          <p className="prose-width">
            <strong className="font-semibold wrap-anywhere">{added.url}</strong> is called from now on. This
            is the secret its calls are signed with. Copy it now: it is not shown again.
          </p>
          <p className="mt-3 font-mono text-sm wrap-anywhere select-all">{added.secret}</p>
          <CopyButton text={added.secret} what="secret" />
        </div>
      )}
      {webhooks.length === 0 ? null : (
        <ul className="mb-10">
          {webhooks.map((webhook) => (
            <WebhookEntry key={webhook.id} token={token} webhook={webhook} />
          ))}
        </ul>
      )}
      <form action="/alerts/webhooks" method="post" noValidate aria-label="Add a webhook">
        <input type="hidden" name="token" value={token} />
        <label htmlFor="url" className="mb-1 block font-medium">
          {webhooks.length === 0 ? "Address to be called" : "Another address to be called"}
        </label>
        <ProblemAt id="url-problem" message={problem} />
        <input
          id="url"
          name="url"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          placeholder="https://"
          className={`control max-w-[34rem] ${problem === null ? "" : "is-wrong"}`}
          defaultValue={url}
          {...(problem !== null && { "aria-invalid": true, "aria-describedby": "url-problem" })}
        />
        {mail === null ? null : (
          <fieldset className="mt-3">
            <legend className="text-sm font-medium">What it is told, always at once</legend>
            <Tick type="radio" name="told" value="everything" ticked={everything}>
              Everything, of all councils
            </Tick>
            <Tick type="radio" name="told" value="same" ticked={!everything}>
              The same as my mail as it is now
            </Tick>
          </fieldset>
        )}
        <button type="submit" name="step" value="add" className="button mt-4">
          Add the webhook
        </button>
      </form>
    </Section>
  );
}
