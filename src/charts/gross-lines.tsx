import { formatDate } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";
import { BRACKET_ASIDE, GAP_ASIDE } from "./balance-labels";
import { runsOf } from "./balance-series";
import { type Part, round, toneColour } from "./chart-frame";
import type { Trajectory } from "./council-trajectory";
import type { GrossPoint } from "./gross-band";

type Props = Part & { readonly trajectory: Trajectory };

/** What would be owed without DfE's money: a band from low to high, its edge solid where it is exact. */
export function GrossBand({ plan: { x, y }, trajectory, palette }: Props) {
  return (
    <g>
      {runsOf(trajectory.gross).map((run) => {
        const [first] = run;
        if (first === undefined) return null;
        const at = ({ asAt }: GrossPoint, gbp: number) => `${round(x(asAt))},${round(y(gbp))}`;
        const highs = run.map((point) => at(point, point.high ?? point.low));
        const lows = run.map((point) => at(point, point.low));
        return (
          <g key={first.asAt}>
            <polygon points={[...highs, ...lows.toReversed()].join(" ")} fill={palette.band} />
            {run.slice(1).flatMap((to, index) => {
              const from = run[index];
              if (from === undefined) return [];
              const exact = isExact(from) && isExact(to);
              const edge = (key: "low" | "high") => (
                <line
                  key={`${key} ${to.asAt}`}
                  x1={round(x(from.asAt))}
                  y1={round(y(from[key] ?? from.low))}
                  x2={round(x(to.asAt))}
                  y2={round(y(to[key] ?? to.low))}
                  stroke={palette.gross}
                  strokeWidth={exact && from.how === to.how ? 1.75 : 1}
                  {...(exact ? {} : { strokeDasharray: "3 3" })}
                />
              );
              return exact ? [edge("low")] : [edge("low"), edge("high")];
            })}
            {run.map((point) => (
              <g key={point.asAt}>
                <title>{grossTitle(point)}</title>
                <path
                  d={markOf(point, round(x(point.asAt)), y)}
                  stroke={palette.gross}
                  strokeWidth={1.75}
                  fill={isExact(point) ? palette.paper : "none"}
                />
              </g>
            ))}
          </g>
        );
      })}
    </g>
  );
}

function isExact({ low, high }: GrossPoint): boolean {
  return low === high;
}

/** A square where it is exact, else a bar from low to high, open at the top where nobody knows how high. */
function markOf(point: GrossPoint, cx: number, y: (gbp: number) => number): string {
  const low = round(y(point.low));
  if (isExact(point)) return `M${cx - 3.5} ${low - 3.5}h7v7h-7Z`;
  if (point.high === null) return `M${cx - 5} ${low}h10M${cx} ${low}v-18m-4 5l4-5l4 5`;
  const high = round(y(point.high));
  return `M${cx - 5} ${high}h10M${cx} ${high}V${low}M${cx - 5} ${low}h10`;
}

function grossTitle({ asAt, low, high }: GrossPoint): string {
  const size =
    high === null
      ? `at least ${formatExactGbp(low)}`
      : low === high
        ? formatExactGbp(low)
        : `${formatExactGbp(low)} to ${formatExactGbp(high)}`;
  return `Before DfE money, ${formatDate(asAt)}: ${size}`;
}

/** DfE's money between the two lines. */
export function GrantBrackets({ plan: { x, y }, trajectory, palette }: Props) {
  return (
    <g>
      {trajectory.brackets.map(({ asAt, net, gross, sumGbp, atLeast }) => {
        const side = round(x(asAt)) - BRACKET_ASIDE;
        return (
          <path
            key={asAt}
            d={`M${side + 3} ${round(y(net))}h-3V${round(y(gross))}h3`}
            stroke={palette.gross}
            strokeWidth={1}
            fill="none"
          >
            <title>{`DfE money counted by ${formatDate(asAt)}: ${atLeast ? "at least " : ""}${formatExactGbp(sumGbp)}`}</title>
          </path>
        );
      })}
    </g>
  );
}

/** The gap of the judged year, beside it. */
export function Gap({ plan: { x, y }, trajectory: { gap }, palette }: Props) {
  if (gap === null) return null;
  const side = round(x(gap.asAt)) + GAP_ASIDE;
  return (
    <path
      d={`M${side - 3.5} ${round(y(gap.planned))}h7M${side} ${round(y(gap.planned))}V${round(y(gap.actual))}m-3.5 0h7`}
      stroke={toneColour(gap.tone, palette)}
      strokeWidth={2.5}
      fill="none"
    >
      <title>{gap.text}</title>
    </path>
  );
}
