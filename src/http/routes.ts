/** Every route the server mounts; a test holds this list against the contract's. */

import { accountRoutes } from "./account.ts";
import { actRoutes } from "./acts.ts";
import { ageingRoutes } from "./ageing.ts";
import { appropriationRoutes } from "./appropriation.ts";
import { billRoutes } from "./bills.ts";
import { customerRoutes } from "./customers.ts";
import { importRoutes } from "./imports.ts";
import { matchRoutes } from "./match.ts";
import { moneyBackRoutes } from "./money-back.ts";
import { outboxRoutes } from "./outbox.ts";
import { outcomeRoutes } from "./outcomes.ts";
import { planRoutes } from "./plan.ts";
import { policyRoutes } from "./policy.ts";
import { receiptRoutes } from "./receipts.ts";
import { recordRoutes } from "./records.ts";
import type { Route } from "./route.ts";
import { sessionRoutes } from "./session.ts";
import { settingsRoutes } from "./settings.ts";
import { statementRoutes } from "./statements.ts";
import { todayRoutes } from "./today.ts";

export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...todayRoutes,
  ...customerRoutes,
  ...recordRoutes,
  ...actRoutes,
  ...outcomeRoutes,
  ...planRoutes,
  ...outboxRoutes,
  ...ageingRoutes,
  ...importRoutes,
  ...statementRoutes,
  ...matchRoutes,
  ...appropriationRoutes,
  ...receiptRoutes,
  ...moneyBackRoutes,
  ...billRoutes,
  ...policyRoutes,
  ...settingsRoutes,
];
