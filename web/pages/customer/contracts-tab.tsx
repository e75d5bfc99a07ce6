/** The contracts with a customer: what a demand may rely on. */
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Contract } from "../../../src/contract/contract.ts";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { percentText } from "../../ui/rate.ts";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { ContractForm } from "./contract-form.tsx";

type Line = readonly [string, ReactNode];

function useLines(contract: Contract): readonly Line[] {
  const { contracts, terms } = useWords();
  const { lateRate, termsDays } = contract;
  const lines: readonly Line[] = [
    [contracts.signedOn, contract.signedOn],
    [contracts.terms, contract.termsText],
    [contracts.termsDays, termsDays === null ? null : contracts.days(termsDays)],
    [contracts.lateClause, contract.lateClause],
    [
      contracts.lateRate,
      lateRate && `${percentText(lateRate.partsPerBillion)}% ${terms.rates[lateRate.per]}`,
    ],
    [
      contracts.appropriation,
      contract.appropriationText ?? terms.appropriation[contract.appropriation],
    ],
    [contracts.debtStructure, terms.debtStructures[contract.debtStructure]],
    [contracts.creditorSize, contract.creditorSize && terms.sizes[contract.creditorSize]],
    [contracts.debtorSize, contract.debtorSize && terms.sizes[contract.debtorSize]],
    [contracts.guarantee, contract.guarantee],
    [contracts.serviceAddress, contract.serviceAddress],
    [contracts.returnChargeClause, contract.returnChargeClause],
  ];
  return lines.filter(([, value]) => value !== null && value !== "");
}

function Documents({ contract }: { readonly contract: Contract }) {
  const { contracts, terms } = useWords();
  if (contract.documents.length === 0) return null;
  return (
    <div className="line wrap small">
      <span className="quiet">{contracts.documents}</span>
      {contract.documents.map(({ id, kind, number, itemNumber }) => (
        <span key={id} className="tag number">
          {terms.contractDocuments[kind]} {number}
          {itemNumber !== null && ` → ${itemNumber}`}
        </span>
      ))}
    </div>
  );
}

type CardProps = {
  readonly contract: Contract;
  readonly can: boolean;
  readonly onEdit: () => void;
};

function ContractCard({ contract, can, onEdit }: CardProps) {
  const { frame } = useWords();
  const lines = useLines(contract);
  return (
    <li className="contract-card">
      <div className="spread">
        <h3 className="number">{contract.number}</h3>
        {can && (
          <Button
            size="small"
            type="text"
            icon={<Icon name="edit" size={14} />}
            aria-label={`${frame.edit} ${contract.number}`}
            onClick={onEdit}
          />
        )}
      </div>
      <dl className="facts">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Documents contract={contract} />
    </li>
  );
}

export function ContractsTab({ page }: { readonly page: CustomerPage }) {
  const { contracts } = useWords();
  const [edited, setEdited] = useState<Contract | "new" | null>(null);
  const add = (
    <CanButton
      can={page.can.edit}
      icon={<Icon name="plus" size={14} />}
      onClick={() => setEdited("new")}
    >
      {contracts.add}
    </CanButton>
  );
  return (
    <div className="stack">
      {page.contracts.length === 0 ? (
        <Empty icon="file" title={contracts.none} text={contracts.noneText}>
          {add}
        </Empty>
      ) : (
        <>
          <div>{add}</div>
          <ul className="stack">
            {page.contracts.map((contract) => (
              <ContractCard
                key={contract.id}
                contract={contract}
                can={page.can.edit === true}
                onEdit={() => setEdited(contract)}
              />
            ))}
          </ul>
        </>
      )}
      {edited !== null && (
        <ContractForm
          customer={page.id}
          contract={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
