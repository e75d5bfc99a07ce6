/** Who paid and what for: the details (TxDtls) of an ISO 20022 entry. */
import type { PaymentMethod } from "../../domain/book/payment-method.ts";
import type { ReturnMark } from "../../domain/cash/statement.ts";
import { isNegative, type Money } from "../../domain/values/money.ts";
import type { OwnSide } from "./camt-entry.ts";
import { accountOf, joined, reference } from "./words.ts";
import { all, type Element, first, textAt, textsAt } from "./xml.ts";

type Details = {
  readonly counterName: string | null;
  readonly counterAccount: string | null;
  readonly counterBank: string | null;
  readonly payerReference: string | null;
  readonly remark: string | null;
  readonly method: PaymentMethod;
};

type About = OwnSide & { readonly amount: Money; readonly returned: boolean };

/** What all the details of one entry say; parties only where there is one detail. */
export function detailsOf(entry: Element, details: readonly Element[], about: About): Details {
  const [only] = details.length === 1 ? details : [];
  const party = only === undefined ? NOBODY : partyOf(only, about);
  return {
    ...party,
    payerReference:
      only === undefined
        ? null
        : (reference(textAt(only, "Refs/EndToEndId")) ?? reference(textAt(only, "Refs/InstrId"))),
    remark: joined([...details.flatMap(remarksOf), textAt(entry, "AddtlNtryInf")]),
    method: isCheque(entry, only) ? "cheque" : "bank",
  };
}

const remarksOf = (detail: Element): readonly string[] => [
  ...textsAt(detail, "RmtInf/Ustrd"),
  ...textsAt(detail, "RmtInf/Strd/CdtrRefInf/Ref"),
  ...textsAt(detail, "RmtInf/Strd/CdtrRefInf/CdtrRef"),
  ...textsAt(detail, "RmtInf/Strd/RfrdDocInf/Nb"),
  ...textsAt(detail, "RmtInf/Strd/RfrdDocInf/RfrdDocNb"),
  ...textsAt(detail, "RmtInf/Strd/AddtlRmtInf"),
  textAt(detail, "AddtlTxInf"),
];

type Party = Pick<Details, "counterName" | "counterAccount" | "counterBank">;

const NOBODY: Party = { counterName: null, counterAccount: null, counterBank: null };

/**
 * The other side: the debtor of money in, the creditor of money out. A return keeps the parties
 * of the payment it takes back, so there it is the other way round; and never we ourselves.
 */
function partyOf(detail: Element, { amount, returned, account, owner }: About): Party {
  const debtor = sideOf(detail, "Dbtr");
  const creditor = sideOf(detail, "Cdtr");
  const paid = isNegative(amount) !== returned;
  const [likely, other] = paid ? [creditor, debtor] : [debtor, creditor];
  return isUs(likely, account, owner) && !isUs(other, account, owner) ? other : likely;
}

/** Nobody named counts as "us": then the side that is named is the other one. */
function isUs(party: Party, account: string | null, owner: string | null): boolean {
  const { counterName, counterAccount } = party;
  if (counterAccount !== null) return counterAccount === account;
  return counterName === null || counterName === owner;
}

function sideOf(detail: Element, side: "Dbtr" | "Cdtr"): Party {
  const parties = first(detail, "RltdPties") ?? {};
  const agent = first(detail, `RltdAgts/${side}Agt/FinInstnId`) ?? {};
  return {
    counterName: joined([
      textAt(parties, `Ultmt${side}/Nm`, `Ultmt${side}/Pty/Nm`, `${side}/Nm`, `${side}/Pty/Nm`),
    ]),
    counterAccount: accountOf(
      textAt(
        parties,
        `${side}Acct/Id/IBAN`,
        `${side}Acct/Id/Othr/Id`,
        `${side}Acct/Id/BBAN`,
        `${side}Acct/Id/PrtryAcct/Id`,
      ),
    ),
    counterBank: joined([textAt(agent, "BICFI", "BIC", "Nm", "ClrSysMmbId/MmbId", "Othr/Id")]),
  };
}

/** ISO external codes of bank transactions that take a payment back. */
const TAKEN_BACK = new Set("RRTN UPDD RPCR UPCQ PRDD UPCT CQRV ARET PADD".split(" "));
const CHEQUE_FAMILIES = new Set(["RCHQ", "ICHQ"]);

/** From RtrInf, the reversal mark, or the code of the transaction. */
export function returnMarkOf(entry: Element, details: readonly Element[]): ReturnMark | null {
  const [detail = {}] = details;
  const [told] = all({ details }, "details/RtrInf");
  const subFamily = textAt(entry, "BkTxCd/Domn/Fmly/SubFmlyCd");
  const byCode = TAKEN_BACK.has(subFamily) ? subFamily : null;
  const reversed = /^(?:true|1)$/.test(textAt(entry, "RvslInd"));
  if (told === undefined && byCode === null && !reversed) return null;
  const text = told === undefined ? [] : textsAt(told, "AddtlInf");
  return {
    code: (told && textAt(told, "Rsn/Cd", "Rsn/Prtry", "RtrRsn/Cd", "RtrRsn/Prtry")) || byCode,
    text: joined(text),
    of:
      reference(textAt(detail, "Refs/EndToEndId")) ??
      reference(textAt(detail, "Refs/InstrId")) ??
      reference(textAt(detail, "Refs/TxId")),
  };
}

const isCheque = (entry: Element, detail: Element | undefined): boolean =>
  CHEQUE_FAMILIES.has(textAt(entry, "BkTxCd/Domn/Fmly/Cd")) ||
  reference(textAt(detail ?? {}, "Refs/ChqNb")) !== null;
