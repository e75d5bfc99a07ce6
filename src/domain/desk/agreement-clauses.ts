/** What an agreement's document says beyond its figures. */

/** How the guarantor answers (民法典 686): `general` only after the debtor, `joint` beside it. */
export type Guarantor = {
  readonly name: string;
  readonly kind: "general" | "joint";
  /** The term of the guarantee after the last day, in months (民法典 692). */
  readonly months: number;
};

export type AgreementClauses = {
  /** Rights to the penalty stay reserved (买卖合同解释 18). */
  readonly reservePenalty: boolean;
  /** Who lets everything fall due after a default. */
  readonly acceleration: "by_person" | "by_itself";
  readonly guarantor: Guarantor | null;
  /** Null: as the contract says, else where the creditor is. */
  readonly jurisdiction: string | null;
  readonly serviceAddress: string | null;
  readonly serviceEmail: string | null;
  /** The debtor expressly gives up the defence of limitation (诉讼时效规定 19). */
  readonly waivesLimitation: boolean;
};
