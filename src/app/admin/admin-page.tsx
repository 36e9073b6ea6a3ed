import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { signInPath } from "@/domain/users/return-path";
import { mayActAs } from "@/domain/users/role";
import { ROOMS, type RoomAddress } from "./rooms";
import { type User, whoIsSignedIn } from "./who-is-signed-in";

type Params = Readonly<Record<string, string | string[] | undefined>>;

export interface AdminPageProps {
  readonly user: User;
  readonly params: Params;
  readonly searchParams: Params;
}

interface NextPageProps {
  readonly params: Promise<Params>;
  readonly searchParams: Promise<Params>;
}

/**
 * A page of the admin room, which only those see who may: whoever isn't signed in goes to the sign-in and comes back
 * from there, and for whoever may not see it there is no such page.
 *
 * Every page under /admin is made by this (a test holds that), for a layout isn't asked again on every step.
 */
export function adminPage(
  address: RoomAddress,
  render: (props: AdminPageProps) => ReactNode | Promise<ReactNode>,
): (props: NextPageProps) => Promise<ReactNode> {
  const room = ROOMS.find((candidate) => candidate.address === address);
  return async function AdminPage(props) {
    const [params, searchParams] = await Promise.all([props.params, props.searchParams]);
    const user = await whoIsSignedIn();
    if (user === null) redirect(signInPath(askedAddress(address, params, searchParams)));
    if (room === undefined || !mayActAs(user.role, room.role)) notFound();
    return render({ user, params, searchParams });
  };
}

function askedAddress(address: string, params: Params, searchParams: Params): string {
  const path = address.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(searchParams)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(name, one);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}
