/**
 * Who works here: colleagues with what they answer for, teams, substitutes. People and roles are
 * in `person.ts`; owners, hand-over and groups of customers in `portfolio.ts`.
 */
import { z } from "zod";
import type { UserId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { Role, Scope } from "./person.ts";
import { Can, DayIn, Id, IdOf, WireDay, WireInstant, WireMoney, Words } from "./scalars.ts";

const BOOK = "/api/creditors/{creditor}";

export const PersonBrief = z
  .object({ id: Id, name: z.string(), disabled: z.boolean() })
  .meta({ id: "PersonBrief" });
export type PersonBrief = z.infer<typeof PersonBrief>;

export const colleagueNames = endpoint({
  name: "colleagueNames",
  method: "get",
  path: `${BOOK}/colleague-names`,
  summary: "Everybody who works at this creditor, by name: to choose from",
  access: "book:read",
  answer: z.object({ rows: z.array(PersonBrief.extend({ roles: z.array(Role) })) }),
});

export const Member = PersonBrief.extend({
  roles: z.array(z.object({ role: Role, scope: Scope })),
  teams: z.array(z.object({ id: Id, name: z.string(), leads: z.boolean() })),
  /** Customers they own, and those they are the salesperson of. */
  customers: z.number(),
  sells: z.number(),
  /** Open and past due of the customers they own, a line per currency. */
  overdue: z.array(WireMoney),
  openTasks: z.number(),
  lateTasks: z.number(),
  /** Who substitutes them today. */
  absent: z.object({ substitute: PersonBrief, until: WireDay }).nullable(),
  /** Disabled, or without any role here, and still owning customers. */
  needsHandOver: z.boolean(),
}).meta({ id: "Member" });
export type Member = z.infer<typeof Member>;

export const members = endpoint({
  name: "members",
  method: "get",
  path: `${BOOK}/members`,
  summary: "Who works here, with what each answers for; who needs a hand-over comes first",
  access: "team:manage",
  answer: z.object({
    rows: z.array(Member),
    /** Customers without an owner, within the reader's reach. */
    unowned: z.number(),
    can: z.object({ handOver: Can, assign: Can }),
  }),
});

export const Team = z
  .object({
    id: Id,
    name: z.string(),
    members: z.array(PersonBrief.extend({ leads: z.boolean() })),
    can: z.object({ edit: Can, remove: Can }),
  })
  .meta({ id: "Team" });
export type Team = z.infer<typeof Team>;

export const teams = endpoint({
  name: "teams",
  method: "get",
  path: `${BOOK}/teams`,
  summary: "Teams with their members; a lead also sees customers that nobody owns",
  access: "book:read",
  answer: z.object({ rows: z.array(Team), can: z.object({ create: Can }) }),
});

const Members = z
  .array(z.object({ user: IdOf<UserId>(), leads: z.boolean().default(false) }))
  .max(500);

export const createTeam = endpoint({
  name: "createTeam",
  method: "post",
  path: `${BOOK}/teams`,
  summary: "Make a team",
  access: "team:manage",
  body: z.object({ name: Words(100), members: Members.default([]) }),
  answer: z.object({ id: Id }),
  status: 201,
});

export const updateTeam = endpoint({
  name: "updateTeam",
  method: "patch",
  path: `${BOOK}/teams/{team}`,
  summary: "Rename a team, or say anew who is in it",
  access: "team:manage",
  body: z.object({ name: Words(100).optional(), members: Members.optional() }),
  answer: z.object({ id: Id }),
});

export const removeTeam = endpoint({
  name: "removeTeam",
  method: "post",
  path: `${BOOK}/teams/{team}/remove`,
  summary: "Dissolve a team; its members keep their customers",
  access: "team:manage",
  answer: z.object({ id: Id }),
});

export const Substitution = z
  .object({
    id: Id,
    absent: PersonBrief,
    substitute: PersonBrief,
    from: WireDay,
    /** The first day without it. */
    until: WireDay,
    reason: z.string(),
    state: z.enum(["coming", "running", "past"]),
    madeBy: z.string(),
    madeAt: WireInstant,
    /** Who ended it before its time. */
    endedBy: z.string().nullable(),
    can: z.object({ end: Can }),
  })
  .meta({ id: "Substitution" });
export type Substitution = z.infer<typeof Substitution>;

export const substitutions = endpoint({
  name: "substitutions",
  method: "get",
  path: `${BOOK}/substitutions`,
  summary: "Who substitutes whom: running, coming, and those of the last year",
  access: "book:read",
  answer: z.object({ rows: z.array(Substitution), can: z.object({ add: Can }) }),
});

export const addSubstitution = endpoint({
  name: "addSubstitution",
  method: "post",
  path: `${BOOK}/substitutions`,
  summary: "Let somebody see and work the customers of somebody who is away",
  access: "team:manage",
  body: z.object({
    absent: IdOf<UserId>(),
    substitute: IdOf<UserId>(),
    from: DayIn,
    /** The first day without it. */
    until: DayIn,
    reason: Words(1000),
  }),
  answer: z.object({ id: Id }),
  status: 201,
});

export const endSubstitution = endpoint({
  name: "endSubstitution",
  method: "post",
  path: `${BOOK}/substitutions/{substitution}/end`,
  summary: "End a substitution from today on; one that has not begun is called off",
  access: "team:manage",
  answer: z.object({ id: Id }),
});
