import Link from "next/link";

/** Above every page of the practice set, an error's too: nothing on it may be taken for a real council. */
export function PracticeBanner() {
  return (
    <aside aria-label="Practice" className="border-b-4 border-notice-edge bg-notice text-sm sm:text-base">
      <p className="page-width py-3">
        <strong className="font-semibold">Practice: every council and every figure here is invented.</strong>{" "}
        No such council, agreement or payment exists.{" "}
        <Link href="/practice" prefetch={false}>
          What there is to see
        </Link>
      </p>
    </aside>
  );
}
