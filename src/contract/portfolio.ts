/** Who answers for which customers: hand-over, owners, salespeople, groups of customers. */
import { z } from "zod";
import type { CustomerId, TeamId, UserId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { Can, CustomerBrief, Id, IdOf, WindowQuery, WireMoney, Words } from "./scalars.ts";
import { PersonBrief } from "./team.ts";

const BOOK = "/api/creditors/{creditor}";
const access = "team:manage";
const User = IdOf<UserId>();
const Customers = z.array(IdOf<CustomerId>()).min(1).max(5000);
const Why = Words(1000);

export const PortfolioRow = CustomerBrief.extend({
  owner: PersonBrief.nullable(),
  sales: PersonBrief.nullable(),
  /** The salesperson's name as the master record has it. */
  salesperson: z.string().nullable(),
  balance: z.array(WireMoney),
  overdue: z.array(WireMoney),
  openTasks: z.number(),
}).meta({ id: "PortfolioRow" });
export type PortfolioRow = z.infer<typeof PortfolioRow>;

export const Portfolio = z
  .object({
    /** A window of them; the counts and sums are of all. */
    rows: z.array(PortfolioRow),
    total: z.number(),
    balance: z.array(WireMoney),
    overdue: z.array(WireMoney),
    openTasks: z.number(),
  })
  .meta({ id: "Portfolio" });
export type Portfolio = z.infer<typeof Portfolio>;

export const portfolio = endpoint({
  name: "portfolio",
  method: "get",
  path: `${BOOK}/portfolio`,
  summary: "The customers of one owner, or of nobody, with counts and sums: before a hand-over",
  access,
  /** `owner` left out: customers that nobody owns. */
  query: z.object({ owner: Id.optional(), ...WindowQuery }),
  answer: Portfolio,
});

/** The owned customers of `from`, all or those chosen, go to `to`. */
const HandOver = z.object({
  from: User,
  to: User,
  /** Null: all of them. */
  customers: Customers.nullable().default(null),
});

export const previewHandOver = endpoint({
  name: "previewHandOver",
  method: "post",
  path: `${BOOK}/hand-over/preview`,
  summary: "What a hand-over would move; refused as the hand-over itself would be",
  access,
  body: HandOver,
  answer: Portfolio,
});

export const handOver = endpoint({
  name: "handOver",
  method: "post",
  path: `${BOOK}/hand-over`,
  summary: "Hand customers over, with the open tasks that their owner has on them",
  access,
  body: HandOver.extend({ reason: Why }),
  answer: z.object({ customers: z.number(), tasks: z.number() }),
});

export const assignOwner = endpoint({
  name: "assignOwner",
  method: "post",
  path: `${BOOK}/owners`,
  summary: "Say who owns these customers; null takes the owner away",
  access,
  body: z.object({ customers: Customers, to: User.nullable(), reason: Why }),
  answer: z.object({ changed: z.number(), tasks: z.number() }),
});

export const assignSales = endpoint({
  name: "assignSales",
  method: "post",
  path: `${BOOK}/sales`,
  summary: "Say which salesperson these customers belong to; null takes it away",
  access,
  body: z.object({ customers: Customers, to: User.nullable(), reason: Why }),
  answer: z.object({ changed: z.number() }),
});

export const salespeople = endpoint({
  name: "salespeople",
  method: "get",
  path: `${BOOK}/salespeople`,
  summary: "Salespeople's names in the master records, and whom of the users each may be",
  access,
  answer: z.object({
    rows: z.array(
      z.object({
        name: z.string(),
        customers: z.number(),
        withoutOwner: z.number(),
        withoutSales: z.number(),
        /** The one user of exactly this name. */
        user: PersonBrief.nullable(),
      }),
    ),
  }),
});

export const assignBySalesperson = endpoint({
  name: "assignBySalesperson",
  method: "post",
  path: `${BOOK}/owners/by-salesperson`,
  summary: "Give customers that lack one an owner, or a salesperson, by the name in their record",
  access,
  body: z.object({
    as: z.enum(["owner", "sales"]),
    pairs: z
      .array(z.object({ name: Words(100), user: User }))
      .min(1)
      .max(500),
    reason: Why,
  }),
  answer: z.object({ changed: z.number() }),
});

export const shareOut = endpoint({
  name: "shareOut",
  method: "post",
  path: `${BOOK}/owners/share-out`,
  summary: "Share the customers without owner out over a team, in turn by what is overdue",
  access,
  body: z.object({
    team: IdOf<TeamId>(),
    reason: Why,
    /** True: says who would get how many, and changes nothing. */
    preview: z.boolean().default(false),
  }),
  answer: z.object({
    rows: z.array(
      z.object({ user: PersonBrief, customers: z.number(), overdue: z.array(WireMoney) }),
    ),
    customers: z.number(),
  }),
});

export const CustomerGroup = z
  .object({
    id: Id,
    name: z.string(),
    customers: z.number(),
    balance: z.array(WireMoney),
    overdue: z.array(WireMoney),
    can: z.object({ edit: Can }),
  })
  .meta({ id: "CustomerGroup" });
export type CustomerGroup = z.infer<typeof CustomerGroup>;

export const groups = endpoint({
  name: "groups",
  method: "get",
  path: `${BOOK}/groups`,
  summary: "Groups of companies that are worked as one",
  access: "book:read",
  answer: z.object({ rows: z.array(CustomerGroup), can: z.object({ create: Can }) }),
});

export const group = endpoint({
  name: "group",
  method: "get",
  path: `${BOOK}/groups/{group}`,
  summary: "The companies of a group that the reader may see",
  access: "book:read",
  answer: CustomerGroup.extend({ members: z.array(PortfolioRow) }),
});

export const createGroup = endpoint({
  name: "createGroup",
  method: "post",
  path: `${BOOK}/groups`,
  summary: "Make a group of customers; one that was in another group leaves it",
  access,
  body: z.object({
    name: Words(200),
    customers: z.array(IdOf<CustomerId>()).max(5000).default([]),
  }),
  answer: z.object({ id: Id }),
  status: 201,
});

export const updateGroup = endpoint({
  name: "updateGroup",
  method: "patch",
  path: `${BOOK}/groups/{group}`,
  summary: "Rename a group, add customers to it, or take some out",
  access,
  body: z.object({
    name: Words(200).optional(),
    add: z.array(IdOf<CustomerId>()).max(5000).default([]),
    remove: z.array(IdOf<CustomerId>()).max(5000).default([]),
  }),
  answer: z.object({ id: Id }),
});
