import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { CorrectFigure } from "@/components/admin/review/correct-figure";
import { MadeCorrections } from "@/components/admin/review/made-corrections";
import { FormMessage } from "@/components/forms/form-message";
import { caller } from "@/trpc/server";
import { adminPage } from "../admin-page";
import { whatWasSaid } from "../what-was-said";

export const metadata: Metadata = { title: "Corrections" };

export default adminPage("/admin/corrections", async ({ searchParams }) => {
  const asked = [searchParams.council].flat()[0]?.slice(0, 100) ?? "";
  const [{ councils }, made, figures, said] = await Promise.all([
    caller.admin.review.spellings.list(),
    caller.admin.review.corrections.made(),
    figuresOf(asked),
    whatWasSaid("/admin/corrections"),
  ]);
  return (
    <>
      <AdminHeading title="Corrections">
        A figure that was published wrongly is corrected on somebody’s word: the publisher’s erratum, the
        council’s letter. One that we have read wrongly isn’t: reject the reading.
      </AdminHeading>
      {said === null ? null : <FormMessage kind={said.kind}>{said.text}</FormMessage>}
      <CorrectFigure
        councils={councils}
        council={asked}
        figures={figures}
        typed={said?.kind === "problem" ? said.typed : {}}
      />
      <MadeCorrections made={made} council={asked} />
    </>
  );
});

async function figuresOf(council: string) {
  if (council === "") return null;
  try {
    return await caller.admin.review.corrections.figures({ council });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNPROCESSABLE_CONTENT") return null;
    throw error;
  }
}
