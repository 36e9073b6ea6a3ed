import type { ReactNode } from "react";

/** Over a form or a list: what went wrong and what to do, or what was done. Read out when the page is. */
export function FormMessage({
  kind,
  children,
}: {
  readonly kind: "problem" | "done";
  readonly children: ReactNode;
}) {
  return (
    <div
      role={kind === "problem" ? "alert" : "status"}
      className={`mb-6 prose-width border-l-4 px-4 py-3 ${
        kind === "problem" ? "border-missed bg-wash" : "border-on-track bg-wash"
      }`}
    >
      <p className="text-sm">{children}</p>
    </div>
  );
}
