import type { Flag } from "@/shapes/judgement-shapes";
import { formatDate } from "@/wording/dates";

/** What the council says of a flag, in its own words: plain text, with its line breaks. */
export function CouncilReply({
  flag: { reply, repliedBy, repliedOn, replyUrl },
  large = false,
}: {
  readonly flag: Pick<Flag, "reply" | "repliedBy" | "repliedOn" | "replyUrl">;
  readonly large?: boolean;
}) {
  if (reply === undefined) return null;
  return (
    <blockquote
      className={`prose-width border-rule-strong wrap-anywhere ${large ? "mt-4 border-l-4 px-4 py-2" : "mt-1 border-l-2 pl-3 text-sm"}`}
    >
      <p className="whitespace-pre-line">
        <strong className="font-semibold">The council replies:</strong> {reply}
      </p>
      {repliedBy === undefined || repliedOn === undefined ? null : (
        <footer className="mt-1 text-sm text-ink-soft">
          {repliedBy}, {formatDate(repliedOn)}
          {replyUrl === undefined ? null : (
            <>
              {". "}
              <a href={replyUrl}>The reply as the council published it</a>
            </>
          )}
        </footer>
      )}
    </blockquote>
  );
}
