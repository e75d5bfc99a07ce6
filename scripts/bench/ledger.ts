/** The bench's ledger as CSV files: many customers, a quarter of the items overdue. */
import { chanceOf } from "../../src/demo/chance.ts";
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";

export type Ledger = {
  readonly customers: string;
  readonly contacts: string;
  readonly invoices: string;
};

export type LedgerSize = { readonly items: number; readonly customers: number };

/** So many days after the first one; so many of a hundred customers have something due on it. */
export const USUAL_DAY = 2;
const DUE_PERCENT = 1;

const numberOf = (place: number): string => `K${String(place + 1).padStart(6, "0")}`;

/**
 * On the usual day nothing is due but for 1 % of the customers, each of which has an invoice due in
 * a week: what the other items have coming lies further ahead.
 */
export function makeLedger({ items, customers }: LedgerSize, firstDay: PlainDate): Ledger {
  const chance = chanceOf("bench");
  const usualDay = addDays(firstDay, USUAL_DAY);
  const places = Array.from({ length: customers }, (_, place) => place);
  const invoices = Array.from({ length: items }, (_, at) => {
    const customer = at % customers;
    const round = Math.floor(at / customers);
    const due = customer % (100 / DUE_PERCENT) === 0;
    const overdue = !due && chance.happens(25);
    const dueOn =
      due && round === 0
        ? addDays(usualDay, 7)
        : addDays(firstDay, overdue ? -chance.integer(1, 300) : chance.integer(40, 110));
    const amount = `${chance.integer(500, 400_000)}.${String(chance.integer(0, 99)).padStart(2, "0")}`;
    const number = `R${String(at + 1).padStart(8, "0")}`;
    return [numberOf(customer), number, addDays(dueOn, -60), dueOn, "CNY", amount].join(",");
  });
  return {
    customers: fileOf(
      "客户编号,客户名称,信用等级",
      places.map((place) => `${numberOf(place)},客户${place + 1}有限公司,${"ABCD"[place % 4]}`),
    ),
    contacts: fileOf(
      "客户编号,联系人,角色,邮箱",
      places.map((place) => `${numberOf(place)},财务${place + 1},clerk,ap${place + 1}@k.example`),
    ),
    invoices: fileOf("客户编号,发票号码,开票日期,到期日,币种,价税合计", invoices),
  };
}

const fileOf = (heading: string, lines: readonly string[]): string =>
  `${[heading, ...lines].join("\n")}\n`;
