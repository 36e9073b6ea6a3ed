import { AdminHeading } from "@/components/admin/admin-heading";
import { adminPage } from "./admin-page";

export default adminPage("/admin", () => (
  <AdminHeading title="Overview">What failed, and what needs a decision.</AdminHeading>
));
