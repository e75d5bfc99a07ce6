/** Every endpoint of the product: what the server mounts and the OpenAPI description lists. */
import * as account from "./account.ts";
import * as ageing from "./ageing.ts";
import * as agreement from "./agreement.ts";
import * as agreementProposal from "./agreement-proposal.ts";
import * as application from "./application.ts";
import * as appropriation from "./appropriation.ts";
import * as approval from "./approval.ts";
import * as attachment from "./attachment.ts";
import * as bankLine from "./bank-line.ts";
import * as bankNotice from "./bank-notice.ts";
import * as bill from "./bill.ts";
import * as bulkWork from "./bulk-work.ts";
import * as collectionCase from "./case.ts";
import * as complaint from "./complaint.ts";
import * as contact from "./contact.ts";
import * as contract from "./contract.ts";
import * as creditor from "./creditor.ts";
import * as customer from "./customer.ts";
import * as dispute from "./dispute.ts";
import * as disputeCauses from "./dispute-causes.ts";
import type { Endpoint } from "./endpoint.ts";
import * as hold from "./hold.ts";
import * as imports from "./import.ts";
import * as match from "./match.ts";
import * as meeting from "./meeting.ts";
import * as outbox from "./outbox.ts";
import * as outcome from "./outcome.ts";
import * as payer from "./payer.ts";
import * as person from "./person.ts";
import * as plan from "./plan.ts";
import * as policy from "./policy.ts";
import * as portfolio from "./portfolio.ts";
import * as promise from "./promise.ts";
import * as receipt from "./receipt.ts";
import * as receiptClaim from "./receipt-claim.ts";
import * as refund from "./refund.ts";
import * as returnedPayment from "./returned-payment.ts";
import * as session from "./session.ts";
import * as task from "./task.ts";
import * as team from "./team.ts";
import * as today from "./today.ts";
import * as visit from "./visit.ts";

const NOUNS = [
  session,
  account,
  person,
  team,
  portfolio,
  today,
  collectionCase,
  bulkWork,
  customer,
  contact,
  contract,
  promise,
  dispute,
  disputeCauses,
  complaint,
  hold,
  outcome,
  attachment,
  visit,
  plan,
  outbox,
  ageing,
  agreement,
  agreementProposal,
  imports,
  bankLine,
  match,
  application,
  appropriation,
  payer,
  policy,
  creditor,
  bankNotice,
  bill,
  receipt,
  receiptClaim,
  refund,
  returnedPayment,
  approval,
  task,
  meeting,
];

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === "object" && value !== null && "path" in value && "answer" in value;

export const ENDPOINTS: readonly Endpoint[] = NOUNS.flatMap((noun) =>
  Object.values(noun).filter(isEndpoint),
);
