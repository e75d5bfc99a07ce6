/** Every route the server mounts; a test holds this list against the contract's. */

import { accountRoutes } from "./account.ts";
import { ageingRoutes } from "./ageing.ts";
import { agreementRoutes } from "./agreements.ts";
import { appropriationRoutes } from "./appropriation.ts";
import { approvalRoutes } from "./approvals.ts";
import { attachmentRoutes } from "./attachments.ts";
import { billRoutes } from "./bills.ts";
import { caseRoutes } from "./cases.ts";
import { complaintRoutes } from "./complaints.ts";
import { contactRoutes } from "./contacts.ts";
import { customerRoutes } from "./customers.ts";
import { disputeRoutes } from "./disputes.ts";
import { holdRoutes } from "./holds.ts";
import { importRoutes } from "./imports.ts";
import { matchRoutes } from "./match.ts";
import { meetingRoutes } from "./meetings.ts";
import { moneyBackRoutes } from "./money-back.ts";
import { outboxRoutes } from "./outbox.ts";
import { outcomeRoutes } from "./outcomes.ts";
import { peopleRoutes } from "./people.ts";
import { planRoutes } from "./plan.ts";
import { policyRoutes } from "./policy.ts";
import { portfolioRoutes } from "./portfolios.ts";
import { promiseRoutes } from "./promises.ts";
import { receiptRoutes } from "./receipts.ts";
import { recordRoutes } from "./records.ts";
import type { Route } from "./route.ts";
import { sessionRoutes } from "./session.ts";
import { settingsRoutes } from "./settings.ts";
import { statementRoutes } from "./statements.ts";
import { taskRoutes } from "./tasks.ts";
import { teamRoutes } from "./team.ts";
import { todayRoutes } from "./today.ts";
import { visitRoutes } from "./visits.ts";

export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...teamRoutes,
  ...portfolioRoutes,
  ...todayRoutes,
  ...caseRoutes,
  ...customerRoutes,
  ...recordRoutes,
  ...promiseRoutes,
  ...holdRoutes,
  ...disputeRoutes,
  ...complaintRoutes,
  ...outcomeRoutes,
  ...contactRoutes,
  ...attachmentRoutes,
  ...visitRoutes,
  ...planRoutes,
  ...outboxRoutes,
  ...ageingRoutes,
  ...agreementRoutes,
  ...importRoutes,
  ...statementRoutes,
  ...matchRoutes,
  ...appropriationRoutes,
  ...receiptRoutes,
  ...moneyBackRoutes,
  ...billRoutes,
  ...policyRoutes,
  ...settingsRoutes,
  ...approvalRoutes,
  ...taskRoutes,
  ...meetingRoutes,
];
