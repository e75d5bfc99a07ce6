/**
 * People who sign in: their roles with scope, made, disabled and signed out by an administrator.
 */
import { z } from "zod";
import { ROLES } from "../domain/desk/permission.ts";
import { SCOPES } from "../domain/desk/scope.ts";
import { endpoint } from "./endpoint.ts";
import { Can, Id, Language, WireInstant, Words } from "./scalars.ts";

export const Role = z.enum(ROLES);
/** Whose customers a role reaches: own, those of one's teams, all of the creditor. */
export const Scope = z.enum(SCOPES);

export const RoleHeld = z
  .object({
    role: Role,
    scope: Scope,
    /** Whether it holds at every creditor. */
    everywhere: z.boolean(),
    /** Null: at the console. */
    grantedBy: z.string().nullable(),
    grantedAt: WireInstant.nullable(),
    /** In a role that one gave oneself one decides on nobody's request. */
    byOneself: z.boolean(),
    can: z.object({ revoke: Can }),
  })
  .meta({ id: "RoleHeld" });
export type RoleHeld = z.infer<typeof RoleHeld>;

export const Person = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    language: Language,
    disabledAt: WireInstant.nullable(),
    lastSignInAt: WireInstant.nullable(),
    /** Whether they sign in with a second step. */
    secondFactor: z.boolean(),
    /** Sessions that have not run out. */
    sessions: z.number(),
    /** Customers of this creditor that they own; of a disabled person they need a hand-over. */
    customers: z.number(),
    roles: z.array(RoleHeld),
    can: z.object({ grant: Can, disable: Can, enable: Can, endSessions: Can }),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof Person>;

const PEOPLE = "/api/creditors/{creditor}/people";
const PERSON = `${PEOPLE}/{person}` as const;
const access = "people:manage";

export const people = endpoint({
  name: "people",
  method: "get",
  path: PEOPLE,
  summary: "Everybody with a role at this creditor, or with none left, and what each may do",
  access,
  answer: z.object({
    rows: z.array(Person),
    /** `everywhere`: whether the reader may give roles that hold at every creditor. */
    can: z.object({ create: Can, everywhere: Can }),
  }),
});

const Grant = z.object({
  role: Role,
  scope: Scope.default("creditor"),
  everywhere: z.boolean().default(false),
});

export const createPerson = endpoint({
  name: "createPerson",
  method: "post",
  path: PEOPLE,
  summary: "Make a user; the answer shows the first password, this once",
  access,
  body: z.object({
    name: Words(100),
    email: z.string().trim().toLowerCase().max(200).pipe(z.email()),
    language: Language.default("zh"),
    roles: z.array(Grant).min(1).max(20),
  }),
  answer: z.object({ id: Id, password: z.string() }),
  status: 201,
});

export const grantRole = endpoint({
  name: "grantRole",
  method: "post",
  path: `${PERSON}/roles`,
  summary: "Give a role with its scope; one that is held already gets the new scope",
  access,
  body: Grant,
  answer: z.object({ id: Id }),
});

export const revokeRole = endpoint({
  name: "revokeRole",
  method: "post",
  path: `${PERSON}/roles/revoke`,
  summary: "Take a role away; the last administrator stays",
  access,
  body: Grant.omit({ scope: true }),
  answer: z.object({ id: Id }),
});

export const disablePerson = endpoint({
  name: "disablePerson",
  method: "post",
  path: `${PERSON}/disable`,
  summary: "End a person's sessions and let them sign in no more; their customers stay theirs",
  access,
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id, customers: z.number() }),
});

export const enablePerson = endpoint({
  name: "enablePerson",
  method: "post",
  path: `${PERSON}/enable`,
  summary: "Let a disabled person sign in again",
  access,
  answer: z.object({ id: Id }),
});

export const endSessions = endpoint({
  name: "endSessions",
  method: "post",
  path: `${PERSON}/sessions/end`,
  summary: "End every session of a person",
  access,
  answer: z.object({ id: Id }),
});
