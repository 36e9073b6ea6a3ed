import { councilOf, registerFile, sourceOf } from "./register-file";

const COLUMNS = ["la_name", "tranche", "source_url"] as const;

/** Councils known to have taken part in Delivering Better Value; the list isn't complete. */
export const dbvAuthorities = registerFile("dbv_authorities", "Delivering Better Value", COLUMNS, (row) => [
  {
    type: "programme-member",
    programme: "delivering-better-value",
    council: councilOf(row),
    tranche: row.text("tranche"),
    ...sourceOf(row, "la_name"),
  },
]);
