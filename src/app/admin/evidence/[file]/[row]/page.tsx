import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AdminHeading } from "@/components/admin/admin-heading";
import { Facts } from "@/components/admin/facts";
import { EntryForm } from "@/components/admin/register/entry-form";
import { EntryHistory } from "@/components/admin/register/entry-history";
import { TakeOutForm } from "@/components/admin/register/take-out-form";
import { FormMessage } from "@/components/forms/form-message";
import { isRegisterFile, type RegisterFileName } from "@/domain/register/register-columns";
import { caller } from "@/trpc/server";
import { registerColumnWords, registerRowName, registerTitle } from "@/wording/register";
import { adminPage } from "../../../admin-page";
import { keepRow, restoreRow, retireRow } from "../../actions";

export const metadata: Metadata = { title: "A row of the evidence register" };

export default adminPage("/admin/evidence/[file]/[row]", async ({ params }) => {
  const file = String(params.file);
  if (!isRegisterFile(file)) notFound();
  const [row, councils] = await Promise.all([
    rowOf(file, String(params.row)),
    caller.admin.register.councils(),
  ]);
  const { address, cells, retired, waits, versions } = row;
  const isOwn = versions[0]?.verb !== "added";
  return (
    <>
      <AdminHeading
        title={registerRowName(cells)}
        above={
          <Link
            href={`/admin/evidence/${file}`}
            prefetch={false}
            className="inline-flex min-h-8 items-center"
          >
            {registerTitle(file)}
          </Link>
        }
      >
        {retired ? "Retired: it counts for nothing. What it said:" : "What the register says:"}
      </AdminHeading>
      {waits && versions.length > 0 ? (
        <FormMessage kind="done">
          {retired
            ? "Retired. It ceases to count once the register is read anew, in a moment."
            : "Kept. It counts once the register is read anew, in a moment."}
        </FormMessage>
      ) : null}
      {retired ? (
        <>
          <Facts
            facts={Object.entries(cells).map(
              ([name, text]) => [registerColumnWords(name).label, text] as const,
            )}
          />
          <TakeOutForm
            heading="Bring it back"
            meaning="It says again what it said, and counts again."
            button="Bring it back"
            action={restoreRow.bind(null, file, Number(address.slice("entry-".length)))}
          />
        </>
      ) : (
        <>
          <EntryForm
            key={versions.length}
            file={file}
            cells={cells}
            councils={councils}
            button="Keep the changes"
            action={keepRow.bind(null, file, address)}
          />
          <TakeOutForm
            heading="Retire it"
            meaning="Its figures cease to count. What it said stays in its history, and it can be brought back."
            button="Retire it"
            action={retireRow.bind(null, file, address)}
          />
        </>
      )}
      <div className="pt-10">
        <EntryHistory versions={versions} own={isOwn} />
      </div>
    </>
  );
});

async function rowOf(file: RegisterFileName, address: string) {
  try {
    return await caller.admin.register.row({ file, address });
  } catch (error) {
    const isUnknown = error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code);
    if (isUnknown) notFound();
    throw error;
  }
}
