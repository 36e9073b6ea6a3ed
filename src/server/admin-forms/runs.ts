import { READ_FROM } from "@/shapes/run-shapes";
import { PUBLICATION_IDS } from "@/sources/publication";
import type { AdminForm } from "../forms/answer-admin-form";

/** The form of /admin/runs. No box ticked means all sources. */
export const startRunForm: AdminForm = {
  back: () => "/admin/runs",
  async act(admin, form) {
    const dryRun = form.get("how") === "try";
    const { id } = await admin.runs.start({
      sources: PUBLICATION_IDS.filter((source) => form.getAll("source").includes(source)),
      readFrom: READ_FROM.find((from) => from === form.get("from")) ?? "live",
      snapshotSha256: /^[0-9a-f]{64}$/.exec(form.get("snapshot") ?? "")?.[0] ?? null,
      dryRun,
    });
    return {
      to: `/admin/runs/${id}`,
      done: dryRun
        ? "It will be tried on a copy: nothing of it is kept."
        : "The run is asked for. The next worker that is free does it.",
    };
  },
};

/** The buttons of /admin/runs/[id]. */
export const runActionForm: AdminForm = {
  back: (form) => `/admin/runs/${encodeURIComponent(form.get("run") ?? "")}`,
  async act(admin, form) {
    const id = form.get("run") ?? "";
    if (form.get("how") === "cancel") {
      await admin.runs.cancel({ id });
      return {
        to: `/admin/runs/${encodeURIComponent(id)}`,
        done: "It will end before its next document. What is stored by then is stored whole.",
      };
    }
    const sources = PUBLICATION_IDS.filter((source) => form.getAll("source").includes(source));
    const next = await admin.runs.again({
      id,
      sources: sources.length === 0 ? null : sources,
      dryRun: form.get("how") === "try",
    });
    return { to: `/admin/runs/${next.id}`, done: "It is asked for once more." };
  },
};
