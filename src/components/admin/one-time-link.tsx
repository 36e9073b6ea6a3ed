import type { UserFormState } from "@/components/admin/user-form-state";
import { CopyButton } from "@/components/cite/copy-button";
import { formatInstant } from "@/wording/dates";

/** A link that somebody has to be given now: nobody can look it up again. */
export function OneTimeLink({ link }: { readonly link: NonNullable<UserFormState["link"]> }) {
  return (
    <div role="status" className="mt-3 border-l-4 border-notice-edge bg-notice px-4 py-3 text-sm">
      <p>
        <strong className="font-semibold">
          {link.purpose === "invitation" ? "The invitation" : "The way back in"} for {link.email}.
        </strong>{" "}
        Pass it on now, to them alone: it isn’t shown again. It works once, until{" "}
        {formatInstant(link.expiresAt)}.
      </p>
      <p className="mt-2 font-medium break-all">{link.address}</p>
      <CopyButton text={link.address} what="the link" />
    </div>
  );
}
