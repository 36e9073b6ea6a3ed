import { takeOneClick } from "@/server/alerts/one-click";

export const dynamic = "force-dynamic";

export const { POST } = takeOneClick();
