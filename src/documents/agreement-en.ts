/** Agreements in English: the same contents as in Chinese, clause by clause. */
import type { AgreementPaper } from "../domain/desk/agreement-paper.ts";
import {
  type AgreementWords,
  type Clause,
  type PaperPart,
  percentText,
} from "./agreement-words.ts";
import { nameOf } from "./letter-parts.ts";
import { WORDING } from "./wording.ts";

const { day, sum } = WORDING.en;
const HEADINGS = {
  repayment_plan: "Repayment Agreement",
  extension: "Extension Agreement",
  discount: "Confirmation of a Discount for Early Payment",
};

function debt({ amount }: AgreementPaper): Clause {
  return {
    title: "Confirmation of debt",
    text:
      "The Debtor confirms that on the day of signature it owes the Creditor the amounts below, " +
      `in total ${sum(amount)} of principal; that they are correct; and that it will pay them:`,
  };
}

function schedule(paper: AgreementPaper): readonly (Clause | PaperPart)[] {
  const { interest, rate, toPay, lastOn } = paper;
  const bears =
    interest === null || rate === null
      ? "No interest is charged for the instalments as such."
      : "Simple interest is charged on the principal outstanding, at " +
        `${percentText(rate.partsPerBillion)} per ${rate.per} for actual days, in total ` +
        `${sum(interest)}; it is shown apart from the principal.`;
  return [
    {
      title: "Schedule",
      text:
        `The Debtor shall pay in the instalments below, the last by ${day(lastOn)}, in total ` +
        `${sum(toPay)}. ${bears}`,
    },
    "schedule",
    {
      title: "Order of appropriation",
      text:
        "Payments under this agreement settle the instalments in their order, and within an " +
        "instalment its interest before its principal; the parties agree on this order. The " +
        "Debtor may pay early; what it pays early settles the instalments that fall due first.",
    },
  ];
}

function extension({ lastOn }: AgreementPaper): readonly (Clause | PaperPart)[] {
  return [
    {
      title: "New due days",
      text:
        "The Creditor agrees that the amounts above fall due on the new days in the table, the " +
        `last on ${day(lastOn)}. The Debtor shall pay them in full by those days. All other terms ` +
        "of the contracts stay as they are.",
    },
  ];
}

function discount({ toPay, forgiven, lastOn }: AgreementPaper): readonly (Clause | PaperPart)[] {
  const given = forgiven === null ? "" : sum(forgiven);
  return [
    {
      title: "Discount for early payment",
      text:
        `Where ${sum(toPay)} has reached the Creditor's account by ${day(lastOn)} (that day ` +
        `included), the Creditor waives the remaining ${given}. Otherwise the discount lapses by ` +
        "itself, the whole stays payable as agreed before, and what was paid counts towards it.",
    },
  ];
}

function breach({ kind, graceDays, missedForDefault, clauses }: AgreementPaper): readonly Clause[] {
  if (kind === "discount") return [];
  if (kind === "extension") {
    return [
      {
        title: "Default",
        text:
          "Where the Debtor does not pay in full by a new due day, it is liable for late payment " +
          "from the day after it, as the contract provides, or otherwise the law.",
      },
    ];
  }
  const who =
    clauses.acceleration === "by_itself"
      ? "everything outstanding falls due at once without further notice"
      : "the Creditor may declare everything outstanding due at once";
  return [
    {
      title: "Default and acceleration",
      text:
        `An instalment not paid in full ${graceDays} days after its day has been missed. Once ` +
        `${missedForDefault} of them have been missed, ${who}; the Debtor shall then pay the ` +
        "whole, with the penalty or interest for late payment that the contract provides, or " +
        "otherwise the law, from the day of acceleration.",
    },
  ];
}

function guarantee({ clauses: { guarantor } }: AgreementPaper): readonly Clause[] {
  if (guarantor === null) return [];
  const how = guarantor.kind === "joint" ? "jointly and severally" : "as a general guarantor";
  return [
    {
      title: "Guarantee",
      text:
        `The Guarantor ${guarantor.name} answers ${how} for all debts of the Debtor under this ` +
        "agreement: principal, interest, penalty and the cost of enforcing them. The guarantee " +
        `runs for ${guarantor.months} months from the last day of payment, or from the day of ` +
        "acceleration.",
    },
  ];
}

function reservation({ kind, clauses }: AgreementPaper): readonly Clause[] {
  if (!clauses.reservePenalty) return [];
  const unless = kind === "discount" ? "Save for the amount expressly waived here, this" : "This";
  return [
    {
      title: "Reservation of rights",
      text:
        `${unless} agreement does not affect the Creditor's right to penalty and interest for ` +
        "late payment and its other rights under the contracts and the law. Neither signing it " +
        "nor taking part payments waives any of them. Securities and jurisdiction agreed in the " +
        "contracts stay in force.",
    },
  ];
}

function waiver({ clauses }: AgreementPaper): readonly Clause[] {
  if (!clauses.waivesLimitation) return [];
  return [
    {
      title: "Voluntary performance",
      text:
        "The Debtor knows that limitation may have run out for some of these debts, will perform " +
        "them all the same, and expressly waives the defence of limitation.",
    },
  ];
}

/** As many copies as there are parties. */
function effect({ clauses: { guarantor } }: AgreementPaper): string {
  const [who, copies] =
    guarantor === null ? ["both parties have", "two"] : ["all parties have", "three"];
  return (
    `This agreement takes effect when ${who} sealed it or their authorised representatives have ` +
    `signed it, in ${copies} copies of equal effect, one for each party.`
  );
}

function rest(paper: AgreementPaper): readonly Clause[] {
  const { jurisdiction, serviceAddress, serviceEmail } = paper.clauses;
  const address = serviceAddress ?? paper.customer.address;
  const where = [
    ...(address === null ? [] : [`address: ${address.replace(/\s+/g, " ")}`]),
    ...(serviceEmail === null ? [] : [`e-mail: ${serviceEmail}`]),
  ].join("; ");
  const court =
    jurisdiction ??
    "as the contract provides; where it is silent, by the competent court at the Creditor's seat";
  return [
    {
      title: "Disputes",
      text: `Disputes are settled by negotiation, and failing that ${court}.`,
    },
    ...(where === ""
      ? []
      : [
          {
            title: "Address for service",
            text:
              "For notices and for papers of litigation, arbitration and enforcement, electronic " +
              `ones included, the Debtor confirms this address: ${where}. Until the Creditor has ` +
              "been told of a change in writing, what is sent there counts as served.",
          },
        ]),
    { title: "Effect", text: effect(paper) },
  ];
}

export const en: AgreementWords = {
  heading: ({ kind }) => HEADINGS[kind],
  subject: (paper) => `${HEADINGS[paper.kind]} (${paper.number})`,
  creditor: "Creditor",
  debtor: "Debtor",
  guarantor: "Guarantor",
  name: "Name",
  serviceAddress: "Address for service",
  serviceEmail: "E-mail",
  place: "No.",
  dueOn: "Payable by",
  oldDueOn: "Old due day",
  newDueOn: "New due day",
  principal: "Principal",
  interest: "Interest",
  toPay: "To be paid",
  open: "Unpaid",
  agreed: "In this agreement",
  forgiven: "Discount",
  signHere: ["(seal)", "Authorised representative:", "Position:", "Date:"],
  numbered: (at, title) => `${at + 1}. ${title}`,
  unit: (head, currency) => `${head} (${currency})`,
  preamble: (paper) =>
    `${nameOf(paper, paper.creditor)} (the Creditor) and ${nameOf(paper, paper.customer)} ` +
    "(the Debtor) agree as follows on the payment of what the Debtor owes:",
  clauses(paper) {
    const own = { repayment_plan: schedule, extension, discount }[paper.kind](paper);
    return [
      debt(paper),
      "items",
      "totals",
      ...own,
      {
        title: "Account",
        text: "The Debtor shall pay to this account, naming the number of this agreement:",
      },
      "account",
      ...breach(paper),
      ...guarantee(paper),
      ...reservation(paper),
      ...waiver(paper),
      ...rest(paper),
    ];
  },
};
