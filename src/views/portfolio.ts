/** Customers with who answers for them and what they owe: of an owner, of nobody, of a group. */
import type { CustomerId, GroupId, UserId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { type GroupSum, listGroupSums, listGroups } from "../store/customer-groups.ts";
import {
  countPortfolio,
  listPortfolio,
  listPortfolioSums,
  listSalespeople,
  type PortfolioTotal,
  sumPortfolio,
  type Which,
} from "../store/portfolio-rows.ts";
import { listColleagues } from "../store/teams.ts";
import type { Sight } from "./look.ts";

type Window = { readonly offset: number; readonly size: number };

const balances = (sums: readonly PortfolioTotal[]) =>
  sums.map(({ balance, currency }) => money(balance, currency));

/** Only currencies in which anything is late. */
const lateSums = (sums: readonly PortfolioTotal[]) =>
  sums
    .filter(({ overdue }) => overdue > 0n)
    .map(({ overdue, currency }) => money(overdue, currency));

async function viewRows({ tx, creditor, today }: Sight, which: Which, window: Window) {
  const lines = await listPortfolio(tx, creditor.id, which, window);
  const ids = lines.map(({ id }) => id);
  const sums = Map.groupBy(
    await listPortfolioSums(tx, creditor.id, ids, today),
    ({ customer }) => customer,
  );
  return lines.map((line) => {
    const own = sums.get(line.id) ?? [];
    return { ...line, balance: balances(own), overdue: lateSums(own) };
  });
}

export async function viewPortfolio(sight: Sight, which: Which, window: Window) {
  const { tx, creditor, today } = sight;
  const sums = await sumPortfolio(tx, creditor.id, which, today);
  const { customers, tasks } = await countPortfolio(tx, creditor.id, which);
  return {
    rows: await viewRows(sight, which, window),
    total: customers,
    balance: balances(sums),
    overdue: lateSums(sums),
    openTasks: tasks,
  };
}

type Share = { readonly user: UserId; readonly customers: readonly CustomerId[] };

/** Who gets how many customers, with what is overdue of them. */
export async function viewShares({ tx, creditor, today }: Sight, shares: readonly Share[]) {
  const people = new Map((await listColleagues(tx, creditor.id)).map((one) => [one.id, one]));
  const rows = [];
  for (const { user, customers } of shares) {
    const { name = "", disabled = false } = people.get(user) ?? {};
    const overdue = lateSums(await sumPortfolio(tx, creditor.id, { customers }, today));
    rows.push({ user: { id: user, name, disabled }, customers: customers.length, overdue });
  }
  return { rows, customers: rows.reduce((sum, { customers }) => sum + customers, 0) };
}

export const viewSalespeople = async ({ tx, creditor }: Sight) => ({
  rows: await listSalespeople(tx, creditor.id),
});

async function listSummedGroups({ tx, creditor, today, may }: Sight) {
  const sums = Map.groupBy(
    await listGroupSums(tx, creditor.id, today),
    ({ group }: GroupSum) => group,
  );
  const edit = may("team:manage");
  return (await listGroups(tx, creditor.id)).map((group) => {
    const own = sums.get(group.id) ?? [];
    return { ...group, balance: balances(own), overdue: lateSums(own), can: { edit } };
  });
}

export const viewGroups = async (sight: Sight) => ({
  rows: await listSummedGroups(sight),
  can: { create: sight.may("team:manage") },
});

/** Null when there is no such group. */
export async function viewGroup(sight: Sight, id: GroupId) {
  const group = (await listSummedGroups(sight)).find((one) => one.id === id);
  if (group === undefined) return null;
  const window = { offset: 0, size: Math.max(1, group.customers) };
  return { ...group, members: await viewRows(sight, { group: id }, window) };
}
