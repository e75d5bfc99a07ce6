/** Conduct: whom at a debtor one may speak or write to about its debt. */
import { ok, type Result, refuse } from "../values/result.ts";
import { CONTACT_ROLES } from "./policy-choices.ts";

/**
 * Who answers for the debt beside the debtor, or acts for it: only with the document that says so.
 */
export const LIABLE_ROLES = ["guarantor", "co_debtor", "agent"] as const;
export type LiableRole = (typeof LIABLE_ROLES)[number];

/** Everybody who may be recorded; shareholders and the group are spoken to in that role only. */
export const PERSON_ROLES = [...CONTACT_ROLES, "shareholder", ...LIABLE_ROLES] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** People beside the debt. They have no role: not even their names may be stored. */
export const FORBIDDEN_ROLES = ["relative", "friend", "classmate", "colleague_elsewhere"] as const;
export type ForbiddenRole = (typeof FORBIDDEN_ROLES)[number];

/** On what ground a person's data are kept (个人信息保护法 13, 27). */
export const CONTACT_BASES = ["consent", "contract", "published"] as const;
export type ContactBasis = (typeof CONTACT_BASES)[number];

export type Person = {
  readonly role: PersonRole | ForbiddenRole;
  readonly optedOut: boolean;
  /** Whether the guarantee, the joining of the debt or the authority is attached. */
  readonly authorised: boolean;
};

export type PersonRefusal =
  | {
      readonly code: "contact_not_allowed";
      readonly role: ForbiddenRole;
      readonly law: readonly string[];
      readonly exceptions: readonly LiableRole[];
    }
  | { readonly code: "contact_authority_missing"; readonly role: LiableRole }
  | { readonly code: "contact_opted_out" };

/** Private life and its quiet; personal information only as far as needed and never disclosed. */
const LAW = ["民法典 1032–1033", "个人信息保护法 13, 25"] as const;

const isForbidden = (role: Person["role"]): role is ForbiddenRole =>
  (FORBIDDEN_ROLES as readonly string[]).includes(role);

const isLiable = (role: Person["role"]): role is LiableRole =>
  (LIABLE_ROLES as readonly string[]).includes(role);

/**
 * Accepts finance, procurement, management, the legal representative, the mailroom, and
 * shareholders in their role; refuses relatives, friends, classmates and other colleagues, whoever
 * is said to be liable without a document, and who asked to be left alone (个人信息保护法 47).
 */
export function mayContact({ role, optedOut, authorised }: Person): Result<null, PersonRefusal> {
  if (isForbidden(role)) {
    return refuse({ code: "contact_not_allowed", role, law: LAW, exceptions: LIABLE_ROLES });
  }
  if (isLiable(role) && !authorised) return refuse({ code: "contact_authority_missing", role });
  return optedOut ? refuse({ code: "contact_opted_out" }) : ok(null);
}
