/** One customer's master record as its page shows it: the record, its people, its contracts. */
import type { ContactBasis, PersonRole } from "../domain/strategy/conduct-person.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type {
  AttachmentId,
  ContactId,
  ContractId,
  CreditorId,
  CustomerId,
  GroupId,
  UserId,
} from "../domain/values/ids.ts";
import { type Executor, maybe, rows, sql } from "./sql.ts";

export type CustomerDetail = {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly uscc: string | null;
  readonly address: string | null;
  readonly language: "zh" | "en";
  readonly grade: Grade | null;
  readonly segment: string | null;
  readonly salesperson: string | null;
  readonly note: string | null;
  readonly version: number;
  /** The next day it is looked at; "-infinity": something changed; null: nothing can come due. */
  readonly wakeOn: PlainDate | null;
  /** Who answers for it, who sells to it, and with which companies it is worked as one. */
  readonly owner: Keeper | null;
  readonly sales: Keeper | null;
  readonly group: { readonly id: GroupId; readonly name: string } | null;
};

type Keeper = { readonly id: UserId; readonly name: string; readonly disabled: boolean };

const keeper = (column: "owner_id" | "sales_id") => sql`(select jsonb_build_object('id', u.id,
  'name', u.name, 'disabled', u.disabled_at is not null)
  from app_user u where u.id = c.${sql.ref(column)})`;

export const findCustomerDetail = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<CustomerDetail | null> =>
  maybe(
    executor,
    sql<CustomerDetail>`select c.id, c.number, c.name, c.name_en as "nameEn", c.uscc, c.address,
          c.language, c.grade, c.segment, c.salesperson, c.note, c.version,
          c.wake_on as "wakeOn", ${keeper("owner_id")} as owner, ${keeper("sales_id")} as sales,
          (select jsonb_build_object('id', g.id, 'name', g.name) from customer_group g
            where g.creditor_id = c.creditor_id and g.id = c.group_id) as "group"
        from customer c where c.creditor_id = ${creditor} and c.id = ${customer}`,
  );

export type ContactDetail = {
  readonly id: ContactId;
  readonly name: string;
  readonly role: PersonRole;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: "zh" | "en" | null;
  readonly source: string | null;
  readonly basis: ContactBasis | null;
  readonly authority: AttachmentId | null;
  readonly authorityName: string | null;
  readonly optedOut: boolean;
};

export const listContactDetails = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly ContactDetail[]> =>
  rows(
    executor,
    sql<ContactDetail>`select c.id, c.name, c.role, c.email, c.phone, c.language, c.source, c.basis,
          c.authority_id as authority, a.file_name as "authorityName", c.opted_out as "optedOut"
        from contact c
        left join attachment a on a.creditor_id = c.creditor_id and a.id = c.authority_id
        where c.creditor_id = ${creditor} and c.customer_id = ${customer}
        order by array_position(array['clerk', 'finance_head', 'procurement', 'management',
          'legal_rep', 'shareholder', 'mailroom', 'guarantor', 'co_debtor', 'agent'], c.role),
          c.name, c.id`,
  );

export type ContractDetail = {
  readonly id: ContractId;
  readonly number: string;
  readonly signedOn: PlainDate | null;
  readonly termsText: string | null;
  readonly termsDays: number | null;
  readonly lateClause: string | null;
  readonly lateRatePpb: bigint | null;
  readonly lateRatePer: "day" | "year" | null;
  readonly appropriation: "statutory" | "principal_first" | "agreed";
  readonly appropriationText: string | null;
  readonly debtStructure: "single" | "same_debt_instalments" | "independent_periodic";
  readonly creditorSize: "large" | "medium" | "small" | "micro" | null;
  readonly debtorSize:
    | ("government" | "institution" | "large" | "medium" | "small" | "micro" | "individual")
    | null;
  readonly guarantee: string | null;
  readonly serviceAddress: string | null;
  readonly returnChargeClause: string | null;
  readonly version: number;
};

export const listContractDetails = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly ContractDetail[]> =>
  rows(
    executor,
    sql<ContractDetail>`select id, number, signed_on as "signedOn", terms_text as "termsText",
          terms_days as "termsDays", late_clause as "lateClause", late_rate_ppb as "lateRatePpb",
          late_rate_per as "lateRatePer", appropriation, appropriation_text as "appropriationText",
          debt_structure as "debtStructure", creditor_size as "creditorSize",
          debtor_size as "debtorSize", guarantee, service_address as "serviceAddress",
          return_charge_clause as "returnChargeClause", version
        from contract where creditor_id = ${creditor} and customer_id = ${customer}
        order by signed_on desc nulls last, number`,
  );

export type ContractDocument = {
  readonly contract: ContractId;
  readonly id: string;
  readonly kind: "contract" | "order" | "delivery" | "acceptance" | "other";
  readonly number: string;
  readonly datedOn: PlainDate | null;
  readonly itemNumber: string | null;
};

export const listContractDocuments = (
  executor: Executor,
  creditor: CreditorId,
  contracts: readonly ContractId[],
): Promise<readonly ContractDocument[]> =>
  rows(
    executor,
    sql<ContractDocument>`select d.contract_id as contract, d.id, d.kind, d.number,
          d.dated_on as "datedOn", i.number as "itemNumber"
        from contract_document d
        left join item i on i.creditor_id = d.creditor_id and i.id = d.item_id
        where d.creditor_id = ${creditor} and d.contract_id = any(${contracts}::uuid[])
        order by d.dated_on nulls last, d.kind, d.number`,
  );

/** The number and version of a customer's contract; null when it has none with this id. */
export const findContractVersion = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  contract: ContractId,
): Promise<{ readonly number: string; readonly version: number } | null> =>
  maybe(
    executor,
    sql<{ number: string; version: number }>`select number, version from contract
        where creditor_id = ${creditor} and customer_id = ${customer} and id = ${contract}`,
  );
