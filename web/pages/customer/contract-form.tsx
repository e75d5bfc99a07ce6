/** Adds or changes a contract in its small form. */
import { Form, Modal } from "antd";
import type { Contract } from "../../../src/contract/contract.ts";
import { answerOf, api } from "../../api.ts";
import { useAct } from "../../queries/act.ts";
import { useCreditor } from "../../queries/session.ts";
import { partsPerBillion, percentText } from "../../ui/rate.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { ContractFields } from "./contract-fields.tsx";

type ContractFormProps = {
  readonly customer: string;
  /** Null: a new one. */
  readonly contract: Contract | null;
  readonly onClose: () => void;
};

export type ContractGiven = Omit<
  Contract,
  "id" | "version" | "documents" | "lateRate" | "termsDays"
> & {
  readonly termsDays?: string;
  readonly latePercent?: string;
  readonly latePer: "day" | "year";
};

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

function bodyOf({ latePercent, latePer, termsDays, ...given }: ContractGiven) {
  const rate = latePercent === undefined ? null : partsPerBillion(latePercent);
  return {
    ...given,
    number: given.number.trim(),
    signedOn: given.signedOn ?? null,
    termsText: orNull(given.termsText),
    termsDays: termsDays === undefined || termsDays === "" ? null : Number(termsDays),
    lateClause: orNull(given.lateClause),
    lateRate: rate === null ? null : { partsPerBillion: rate, per: latePer },
    appropriationText: orNull(given.appropriationText),
    creditorSize: given.creditorSize ?? null,
    debtorSize: given.debtorSize ?? null,
    guarantee: orNull(given.guarantee),
    serviceAddress: orNull(given.serviceAddress),
    returnChargeClause: orNull(given.returnChargeClause),
  };
}

function useSaveContract({ customer, contract, onClose }: ContractFormProps) {
  const { contracts } = useWords();
  const creditor = useCreditor().code;
  const path = { creditor, customer };
  return useAct({
    run: (given: ContractGiven) =>
      contract === null
        ? answerOf(
            api.POST("/api/creditors/{creditor}/customers/{customer}/contracts", {
              params: { path },
              body: bodyOf(given),
            }),
          )
        : answerOf(
            api.PUT("/api/creditors/{creditor}/customers/{customer}/contracts/{contract}", {
              params: { path: { ...path, contract: contract.id } },
              body: { ...bodyOf(given), version: contract.version },
            }),
          ),
    done: () => contracts.saved,
    after: onClose,
    shownInForm: true,
  });
}

function firstValues(contract: Contract | null) {
  if (contract === null) {
    return { appropriation: "statutory", debtStructure: "single", latePer: "day" } as const;
  }
  const { lateRate, termsDays } = contract;
  return {
    ...contract,
    termsDays: termsDays === null ? undefined : String(termsDays),
    latePercent: lateRate === null ? undefined : percentText(lateRate.partsPerBillion),
    latePer: lateRate?.per ?? "day",
  };
}

export function ContractForm(props: ContractFormProps) {
  const { contracts, frame } = useWords();
  const [form] = Form.useForm<ContractGiven>();
  const save = useSaveContract(props);
  return (
    <Modal
      open
      width={680}
      title={props.contract === null ? contracts.add : contracts.edit}
      okText={frame.save}
      cancelText={frame.cancel}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={firstValues(props.contract)}
        onFinish={(given) => save.mutate(given)}
      >
        <ContractFields />
        <ProblemNote error={save.error} />
      </Form>
    </Modal>
  );
}
