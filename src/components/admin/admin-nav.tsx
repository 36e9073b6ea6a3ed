"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** The ways through the admin room, those that are open to whoever is signed in. */
export function AdminNav({
  rooms,
}: {
  readonly rooms: readonly { readonly address: string; readonly name: string }[];
}) {
  const here = usePathname();
  const inside = rooms.filter(({ address }) => here === address || here.startsWith(`${address}/`));
  const current = inside.sort((a, b) => b.address.length - a.address.length)[0]?.address;
  return (
    <nav aria-label="Admin room" className="screen-only lg:sticky lg:top-4">
      <ul className="flex flex-wrap gap-x-4 lg:flex-col lg:gap-0">
        {rooms.map(({ address, name }) => (
          <li key={address}>
            <Link
              href={address}
              prefetch={false}
              aria-current={address === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent text-sm text-ink no-underline hover:underline aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent lg:w-full lg:border-b-0 lg:border-l-2 lg:pl-3"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
