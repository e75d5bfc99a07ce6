/** The demo world as rows of import files: it comes in by the same door as a real ledger. */
import type {
  ContactRow,
  ContractRow,
  CustomerRow,
  InvoiceRow,
  ReceiptRow,
} from "../domain/book/import-row.ts";
import { addDays, type PlainDate } from "../domain/values/calendar.ts";
import { type Currency, money, rate } from "../domain/values/money.ts";
import type { WorldPayment } from "./payer.ts";
import type { World, WorldCustomer, WorldInvoice } from "./world.ts";

const named = ({ number }: WorldCustomer) => ({ customerNumber: number, customerName: null });

export const customerRow = (customer: WorldCustomer, at: number): CustomerRow => ({
  line: at + 2,
  number: customer.number,
  name: customer.company.name,
  nameEn: customer.company.nameEn,
  uscc: customer.uscc,
  address: customer.company.address,
  language: customer.language,
  grade: customer.grade,
  segment: customer.company.segment,
  salesperson: customer.salesperson,
  note: null,
});

export const contactRows = (customer: WorldCustomer): readonly ContactRow[] =>
  customer.contacts.map((contact, at) => ({
    ...named(customer),
    line: at + 2,
    ...contact,
    language: customer.language,
    source: customer.language === "zh" ? "合同约定的联系人" : "Named in the contract",
  }));

/** 0.05 % a day, as many Chinese sales contracts have it. */
const DAILY = rate(500_000n, "day");

export function contractRow(world: World, customer: WorldCustomer, at: number): ContractRow {
  const { termsDays, language, chance } = customer;
  const chinese = language === "zh";
  return {
    ...named(customer),
    line: at + 2,
    number: customer.contractNumber,
    signedOn: addDays(world.startOn, -chance.integer(220, 700)),
    termsText: chinese ? `货到验收后 ${termsDays} 天内付清` : `Net ${termsDays} days`,
    termsDays,
    lateClause: chinese ? "逾期付款的，每逾期一日按应付款的万分之五支付违约金" : null,
    lateRate: chinese ? DAILY : null,
    appropriation: "statutory",
    appropriationText: null,
    debtStructure: "independent_periodic",
    creditorSize: "small",
    debtorSize: chance.pick(["large", "medium", "medium", "small"]),
    guarantee: null,
    serviceAddress: customer.company.address,
    returnChargeClause: null,
    documents: [],
  };
}

export const invoiceRow = (invoice: WorldInvoice, at: number): InvoiceRow => ({
  ...named(invoice.customer),
  line: at + 2,
  number: invoice.number,
  kind: "invoice",
  amount: money(invoice.minor, invoice.customer.currency),
  paid: null,
  settledOn: null,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  contractNumber: invoice.customer.contractNumber,
  reference: invoice.reference,
});

export type CreditMemo = {
  readonly customer: WorldCustomer;
  readonly number: string;
  readonly minor: bigint;
  readonly currency: Currency;
  readonly reference: string;
};

/** A credit memo stays unapplied until somebody matches it. */
export const creditMemoRow = (memo: CreditMemo, day: PlainDate): InvoiceRow => ({
  ...named(memo.customer),
  line: 2,
  number: memo.number,
  kind: "credit_memo",
  amount: money(-memo.minor, memo.currency),
  paid: null,
  settledOn: null,
  issuedOn: day,
  dueOn: null,
  contractNumber: null,
  reference: memo.reference,
});

export const receiptRow = (
  { customer, minor, settles }: WorldPayment,
  day: PlainDate,
  at: number,
): ReceiptRow => ({
  ...named(customer),
  line: at + 2,
  number: `SK${day.replaceAll("-", "")}-${String(at + 1).padStart(3, "0")}`,
  receivedOn: day,
  amount: money(minor, customer.currency),
  payerName: customer.company.name,
  payerAccount: null,
  method: "bank",
  remark: `货款 ${settles.map(({ number }) => number.slice(-6)).join(" ")}`,
  invoiceNumbers: settles.map(({ number }) => number),
});
