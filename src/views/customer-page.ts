/** One customer's page: what they owe, what rests, what happened, what comes next and why. */
import type { Permission } from "../domain/desk/permission.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import {
  type ContractDetail,
  type ContractDocument,
  findCustomerDetail,
  listContactDetails,
  listContractDetails,
  listContractDocuments,
} from "../store/customer-details.ts";
import { listItemDetails, listLastDemands } from "../store/customer-items.ts";
import { countReturned } from "../store/returned-payments.ts";
import { viewUncleared } from "./bills.ts";
import { viewCustomerComplaints } from "./complaints.ts";
import { shownContact } from "./contacts.ts";
import { ageingBars, balancesOf, itemShower } from "./customer-items.ts";
import { loadStanding } from "./customer-standing.ts";
import { viewCustomerDisputes } from "./disputes.ts";
import { shownHold } from "./hold-brief.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { loadPolicy } from "./policy-in-force.ts";
import { viewReliability } from "./reliability.ts";
import { viewTimeline } from "./timeline.ts";
import { viewWhatNext } from "./what-next.ts";

/** More documents than anybody reads on a screen. */
const MOST_ITEMS = 20_000;

/** Null when there is no such customer. */
export async function viewCustomer(
  sight: Sight,
  id: CustomerId,
  { settledToo }: { readonly settledToo: boolean },
) {
  const { tx, creditor, today } = sight;
  const customer = await findCustomerDetail(tx, creditor.id, id);
  if (customer === null) return null;
  const standing = await loadStanding(sight, id);
  const found = await listItemDetails(tx, creditor.id, id, {
    settled: settledToo,
    limit: MOST_ITEMS,
  });
  const show = itemShower(standing, await listLastDemands(tx, creditor.id, id), today);
  const items = found.map(show);
  const open = items.filter(({ open: { minor } }) => minor !== 0n);
  const { wakeOn: _, ...record } = customer;
  return {
    ...record,
    asOf: today,
    balances: balancesOf(open),
    uncleared: await viewUncleared(sight, [id]),
    returned: (await countReturned(tx, creditor.id, id)).all,
    ageing: ageingBars(
      found.filter((item) => item.open !== 0n),
      today,
    ),
    items,
    next: await viewWhatNext(sight, customer, await loadPolicy(tx, creditor.id)),
    contacts: (await listContactDetails(tx, creditor.id, id)).map(shownContact),
    contracts: await viewContracts(sight, id),
    holds: standing.holds.map((hold) => shownHold(sight, hold)),
    disputes: await viewCustomerDisputes(sight, id),
    complaints: await viewCustomerComplaints(sight, id),
    promises: standing.promises.shown,
    reliability: await viewReliability(sight, id),
    timeline: await viewTimeline(sight, id, standing),
    can: verbs(
      sight,
      open.some(({ days, open: { minor } }) => days !== null && minor > 0n),
    ),
  };
}

const NOTHING_OPEN = { code: "nothing_open" } as const;

function verbs(sight: Sight, owes: boolean) {
  const whereOwed = (permission: Permission) =>
    both(sight.may(permission), owes ? true : NOTHING_OPEN);
  return {
    edit: sight.may("customer:write"),
    logContact: sight.may("contact:log"),
    takePromise: whereOwed("promise:take"),
    raiseDispute: whereOwed("dispute:raise"),
    placeHold: sight.may("hold:place"),
    logComplaint: sight.may("complaint:log"),
  };
}

async function viewContracts({ tx, creditor }: Sight, customer: CustomerId) {
  const contracts = await listContractDetails(tx, creditor.id, customer);
  const ids = contracts.map(({ id }) => id);
  const documents = await listContractDocuments(tx, creditor.id, ids);
  return contracts.map((contract) => shownContract(contract, documents));
}

function shownContract(
  { lateRatePpb, lateRatePer, ...contract }: ContractDetail,
  documents: readonly ContractDocument[],
) {
  const rate =
    lateRatePpb === null || lateRatePer === null
      ? null
      : { partsPerBillion: lateRatePpb.toString(), per: lateRatePer };
  return {
    ...contract,
    lateRate: rate,
    documents: documents
      .filter((document) => document.contract === contract.id)
      .map(({ contract: _, ...document }) => document),
  };
}
