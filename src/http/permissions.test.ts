/** What the contract asks of a caller is what the verb behind it asks. */
import { expect, test } from "vitest";
import { chooseEntry } from "../actions/choose-entry.ts";
import { closeDispute } from "../actions/close-dispute.ts";
import { dropSteps } from "../actions/drop-steps.ts";
import { importInvoices } from "../actions/import-invoices.ts";
import { liftHold } from "../actions/lift-hold.ts";
import { logContact } from "../actions/log-contact.ts";
import { placeHold } from "../actions/place-hold.ts";
import { publishPolicy } from "../actions/publish-policy.ts";
import { raiseDispute } from "../actions/raise-dispute.ts";
import { releasePlan } from "../actions/release-plan.ts";
import { resendMessage } from "../actions/resend-message.ts";
import { saveContact } from "../actions/save-contact.ts";
import { saveContract } from "../actions/save-contract.ts";
import { takePromise } from "../actions/take-promise.ts";
import { undoRelease } from "../actions/undo-release.ts";
import { updateCustomer } from "../actions/update-customer.ts";
import { withdrawMessage } from "../actions/withdraw-message.ts";
import { withdrawPromise } from "../actions/withdraw-promise.ts";
import * as contact from "../contract/contact.ts";
import * as contract from "../contract/contract.ts";
import * as customer from "../contract/customer.ts";
import * as dispute from "../contract/dispute.ts";
import * as hold from "../contract/hold.ts";
import * as imports from "../contract/import.ts";
import * as outbox from "../contract/outbox.ts";
import * as outcome from "../contract/outcome.ts";
import * as plan from "../contract/plan.ts";
import * as policy from "../contract/policy.ts";
import * as promise from "../contract/promise.ts";

test.each([
  [plan.releasePlan, releasePlan],
  [plan.dropSteps, dropSteps],
  [plan.undoRelease, undoRelease],
  [plan.chooseEntry, chooseEntry],
  [policy.publishPolicy, publishPolicy],
  [outbox.resendMessage, resendMessage],
  [outbox.withdrawMessage, withdrawMessage],
  [outcome.logContact, logContact],
  [outcome.logStepOutcome, logContact],
  [promise.takePromise, takePromise],
  [promise.withdrawPromise, withdrawPromise],
  [dispute.raiseDispute, raiseDispute],
  [dispute.closeDispute, closeDispute],
  [hold.placeHold, placeHold],
  [hold.liftHold, liftHold],
  [customer.updateCustomer, updateCustomer],
  [contact.createContact, saveContact],
  [contact.updateContact, saveContact],
  [contract.createContract, saveContract],
  [contract.updateContract, saveContract],
  [imports.importFile, importInvoices],
] as const)("$name", (endpoint, action) => {
  expect(endpoint.access).toBe(action.permission);
});
