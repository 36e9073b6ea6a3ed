import { chartPoints } from "@/charts/chart-points";
import { councilTrajectory, type Trajectory } from "@/charts/council-trajectory";
import { authorityProfile } from "@/present/authority-profile";
import { presentMeta } from "@/present/meta";
import type { Authority } from "@/shapes/api-shapes";
import { chartSourceLine } from "@/wording/chart-sources";
import { standingOf } from "@/wording/standing";
import type { RequestContext } from "../context";
import { unknownCouncil } from "./problem";
import { siteAddress } from "./site-address";

/** What a chart that leaves the site has to say, besides its lines. */
export interface CouncilChart {
  readonly council: Authority;
  readonly trajectory: Trajectory | null;
  readonly sentence: string;
  readonly sourceLine: string;
  /** Of the council's page. */
  readonly address: string;
}

/** @throws Problem when no council has that code */
export async function councilChart(
  context: RequestContext,
  code: string,
  request: Request,
): Promise<CouncilChart> {
  const [council, meta] = await Promise.all([authorityProfile(context, code), presentMeta(context)]);
  if (council === null) throw unknownCouncil(code);
  const trajectory = councilTrajectory(council);
  const address = `${siteAddress(request)}/authorities/${council.slug}`;
  const sources = trajectory === null ? [] : chartPoints(trajectory).map(({ source }) => source);
  const { generatedAt, practice } = meta;
  const standing = standingOf(council);
  const checked = standing.flags.every((flag) => flag.checked) && (standing.verdict?.checked ?? true);
  return {
    ...{ council, trajectory, address },
    sentence: standing.sentence,
    sourceLine: chartSourceLine({ sources, address, generatedAt, practice, checked }),
  };
}
