/** What the contract asks of a caller is what the verb behind it asks. */
import { expect, test } from "vitest";
import { acceptProposal } from "../actions/accept-proposal.ts";
import { addSubstitution } from "../actions/add-substitution.ts";
import { answerComplaint } from "../actions/answer-complaint.ts";
import { answerDispute } from "../actions/answer-dispute.ts";
import { applyCash } from "../actions/apply-cash.ts";
import { assignBySalesperson } from "../actions/assign-by-salesperson.ts";
import { assignComplaint } from "../actions/assign-complaint.ts";
import { assignOwner } from "../actions/assign-owner.ts";
import { attachDocument } from "../actions/attach-document.ts";
import { beginCall } from "../actions/begin-call.ts";
import { cancelVisit } from "../actions/cancel-visit.ts";
import { changePromise } from "../actions/change-promise.ts";
import { chooseEntry } from "../actions/choose-entry.ts";
import { closeDispute } from "../actions/close-dispute.ts";
import { createGroup } from "../actions/create-group.ts";
import { createPerson } from "../actions/create-person.ts";
import { createTeam } from "../actions/create-team.ts";
import { creditDispute } from "../actions/credit-dispute.ts";
import { disablePerson } from "../actions/disable-person.ts";
import { discardAttachment } from "../actions/discard-attachment.ts";
import { dropSteps } from "../actions/drop-steps.ts";
import { enablePerson } from "../actions/enable-person.ts";
import { endSessions } from "../actions/end-sessions.ts";
import { endSubstitution } from "../actions/end-substitution.ts";
import { grantRole } from "../actions/grant-role.ts";
import { handOver } from "../actions/hand-over.ts";
import { ignoreLine } from "../actions/ignore-line.ts";
import { importInvoices } from "../actions/import-invoices.ts";
import { takeStatement } from "../actions/import-statement.ts";
import { liftHold } from "../actions/lift-hold.ts";
import { logComplaint } from "../actions/log-complaint.ts";
import { logContact } from "../actions/log-contact.ts";
import { placeGroupHold } from "../actions/place-group-hold.ts";
import { placeHold } from "../actions/place-hold.ts";
import { planVisit } from "../actions/plan-visit.ts";
import { publishPolicy } from "../actions/publish-policy.ts";
import { raiseDispute } from "../actions/raise-dispute.ts";
import { releasePlan } from "../actions/release-plan.ts";
import { removeTeam } from "../actions/remove-team.ts";
import { reopenDispute } from "../actions/reopen-dispute.ts";
import { reopenLine } from "../actions/reopen-line.ts";
import { reportVisit } from "../actions/report-visit.ts";
import { requestContactPermit } from "../actions/request-contact-permit.ts";
import { rerouteDispute } from "../actions/reroute-dispute.ts";
import { resendMessage } from "../actions/resend-message.ts";
import { revokeAlias } from "../actions/revoke-alias.ts";
import { revokeRole } from "../actions/revoke-role.ts";
import { runMatch } from "../actions/run-match.ts";
import { saveContact } from "../actions/save-contact.ts";
import { saveContract } from "../actions/save-contract.ts";
import { shareOut } from "../actions/share-out.ts";
import { splitDispute } from "../actions/split-dispute.ts";
import { takePromise } from "../actions/take-promise.ts";
import { undoApplication } from "../actions/undo-application.ts";
import { undoRelease } from "../actions/undo-release.ts";
import { updateCustomer } from "../actions/update-customer.ts";
import { updateGroup } from "../actions/update-group.ts";
import { updateTeam } from "../actions/update-team.ts";
import { withdrawMessage } from "../actions/withdraw-message.ts";
import { withdrawPromise } from "../actions/withdraw-promise.ts";
import * as application from "../contract/application.ts";
import * as attachment from "../contract/attachment.ts";
import * as bankLine from "../contract/bank-line.ts";
import * as complaint from "../contract/complaint.ts";
import * as contact from "../contract/contact.ts";
import * as contract from "../contract/contract.ts";
import * as customer from "../contract/customer.ts";
import * as dispute from "../contract/dispute.ts";
import * as hold from "../contract/hold.ts";
import * as imports from "../contract/import.ts";
import * as match from "../contract/match.ts";
import * as outbox from "../contract/outbox.ts";
import * as outcome from "../contract/outcome.ts";
import * as payer from "../contract/payer.ts";
import * as person from "../contract/person.ts";
import * as plan from "../contract/plan.ts";
import * as policy from "../contract/policy.ts";
import * as portfolio from "../contract/portfolio.ts";
import * as promise from "../contract/promise.ts";
import * as team from "../contract/team.ts";
import * as visit from "../contract/visit.ts";

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
  [promise.changePromise, changePromise],
  [promise.withdrawPromise, withdrawPromise],
  [dispute.raiseDispute, raiseDispute],
  [dispute.closeDispute, closeDispute],
  [dispute.answerDispute, answerDispute],
  [dispute.rerouteDispute, rerouteDispute],
  [dispute.splitDispute, splitDispute],
  [dispute.creditDispute, creditDispute],
  [dispute.reopenDispute, reopenDispute],
  [complaint.logComplaint, logComplaint],
  [complaint.answerComplaint, answerComplaint],
  [complaint.assignComplaint, assignComplaint],
  [hold.placeHold, placeHold],
  [hold.placeGroupHold, placeGroupHold],
  [hold.liftHold, liftHold],
  [customer.updateCustomer, updateCustomer],
  [contact.createContact, saveContact],
  [contact.updateContact, saveContact],
  [contact.beginCall, beginCall],
  [contact.requestContactPermit, requestContactPermit],
  [attachment.attachDocument, attachDocument],
  [attachment.discardAttachment, discardAttachment],
  [visit.planVisit, planVisit],
  [visit.reportVisit, reportVisit],
  [visit.cancelVisit, cancelVisit],
  [contract.createContract, saveContract],
  [contract.updateContract, saveContract],
  [imports.importFile, importInvoices],
  [bankLine.importStatement, takeStatement],
  [bankLine.ignoreLine, ignoreLine],
  [bankLine.reopenLine, reopenLine],
  [match.acceptProposal, acceptProposal],
  [match.acceptMany, acceptProposal],
  [match.runMatch, runMatch],
  [application.applyCash, applyCash],
  [application.undoApplication, undoApplication],
  [payer.revokeAlias, revokeAlias],
  [team.addSubstitution, addSubstitution],
  [portfolio.assignBySalesperson, assignBySalesperson],
  [portfolio.assignOwner, assignOwner],
  [portfolio.createGroup, createGroup],
  [person.createPerson, createPerson],
  [team.createTeam, createTeam],
  [person.disablePerson, disablePerson],
  [person.enablePerson, enablePerson],
  [person.endSessions, endSessions],
  [team.endSubstitution, endSubstitution],
  [person.grantRole, grantRole],
  [portfolio.handOver, handOver],
  [team.removeTeam, removeTeam],
  [person.revokeRole, revokeRole],
  [portfolio.shareOut, shareOut],
  [portfolio.updateGroup, updateGroup],
  [team.updateTeam, updateTeam],
  [portfolio.assignSales, assignOwner],
  [portfolio.previewHandOver, handOver],
] as const)("$name", (endpoint, action) => {
  expect(endpoint.access).toBe(action.permission);
});
