/** The contract in its small form: terms, late-payment clause, appropriation, sizes, service. */
import { z } from "zod";
import { rate } from "../domain/values/money.ts";
import { endpoint } from "./endpoint.ts";
import { DayIn, Id, WireDay, Words } from "./scalars.ts";

const Appropriation = z.enum(["statutory", "principal_first", "agreed"]);
const DebtStructure = z.enum(["single", "same_debt_instalments", "independent_periodic"]);
const CreditorSize = z.enum(["large", "medium", "small", "micro"]);
const DebtorSize = z.enum([
  "government",
  "institution",
  "large",
  "medium",
  "small",
  "micro",
  "individual",
]);
/** Parts per 10⁹ as text, and the period: 0.05 % a day is "500000" per day. */
const WireRate = z.object({ partsPerBillion: z.string(), per: z.enum(["day", "year"]) });

export const Contract = z
  .object({
    id: Id,
    number: z.string(),
    signedOn: WireDay.nullable(),
    termsText: z.string().nullable(),
    termsDays: z.number().nullable(),
    lateClause: z.string().nullable(),
    lateRate: WireRate.nullable(),
    appropriation: Appropriation,
    appropriationText: z.string().nullable(),
    debtStructure: DebtStructure,
    creditorSize: CreditorSize.nullable(),
    debtorSize: DebtorSize.nullable(),
    guarantee: z.string().nullable(),
    serviceAddress: z.string().nullable(),
    /** The words by which the customer bears a bank's charge for a payment that comes back. */
    returnChargeClause: z.string().nullable(),
    version: z.number(),
    documents: z.array(
      z.object({
        id: Id,
        kind: z.enum(["contract", "order", "delivery", "acceptance", "other"]),
        number: z.string(),
        datedOn: WireDay.nullable(),
        itemNumber: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Contract" });
export type Contract = z.infer<typeof Contract>;

const ContractBody = z.object({
  number: Words(100),
  signedOn: DayIn.nullable(),
  termsText: Words(1000).nullable(),
  termsDays: z.number().int().min(0).max(3650).nullable(),
  lateClause: Words(2000).nullable(),
  lateRate: WireRate.extend({ partsPerBillion: z.string().regex(/^\d{1,12}$/) })
    .transform(({ partsPerBillion, per }) => rate(BigInt(partsPerBillion), per))
    .nullable(),
  appropriation: Appropriation,
  appropriationText: Words(2000).nullable(),
  debtStructure: DebtStructure,
  creditorSize: CreditorSize.nullable(),
  debtorSize: DebtorSize.nullable(),
  guarantee: Words(2000).nullable(),
  serviceAddress: Words(1000).nullable(),
  returnChargeClause: Words(2000).nullable().default(null),
});

export const createContract = endpoint({
  name: "createContract",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/contracts",
  summary: "Add a contract",
  access: "customer:write",
  body: ContractBody,
  answer: z.object({ id: Id }),
  status: 201,
});

export const updateContract = endpoint({
  name: "updateContract",
  method: "put",
  path: "/api/creditors/{creditor}/customers/{customer}/contracts/{contract}",
  summary: "Change a contract; a stale version is refused",
  access: "customer:write",
  body: ContractBody.extend({ version: z.number().int().min(1) }),
  answer: z.object({ id: Id }),
});
