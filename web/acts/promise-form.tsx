/** Takes a promise to pay: a day, and an amount for each document promised. */
import { Form, Input } from "antd";
import { useState } from "react";
import type { OpenItem } from "../../src/contract/customer.ts";
import { currency, groupedAmount, parseMoney, total } from "../../src/domain/values/money.ts";
import { answerOf, api } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { useCreditor } from "../queries/session.ts";
import { amountWords } from "../ui/amount.tsx";
import { amountFault, wireAmount } from "../ui/amount-field.tsx";
import { DayField } from "../ui/day-field.tsx";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import type { ActFormProps } from "./acts.tsx";
import { openClaims } from "./options.ts";
import { type Chosen, PromisedItems } from "./promised-items.tsx";

type Given = { readonly payOn: string; readonly takenFrom?: string };

function useTakePromise({ customer, onDone }: ActFormProps, claims: readonly OpenItem[]) {
  const words = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ payOn, takenFrom, chosen }: Given & { readonly chosen: Chosen }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/promises", {
          params: { path: { creditor, customer: customer.id } },
          body: {
            payOn,
            takenFrom: takenFrom?.trim() || null,
            items: claims.flatMap(({ id, open }) => {
              const text = chosen.get(id);
              return text === undefined
                ? []
                : [{ item: id, amount: wireAmount(text, open.currency) }];
            }),
          },
        }),
      ),
    done: ({ judgeOn }) => words.acts.promiseSaved(judgeOn),
    after: onDone,
    shownInForm: true,
  });
}

/** The sum of what is promised in one currency, grouped; only of texts that are amounts. */
function promisedSum(claims: readonly OpenItem[], chosen: Chosen): string {
  const unit = claims.find(({ id }) => chosen.has(id))?.open.currency;
  if (unit === undefined) return "–";
  const amounts = claims.flatMap(({ id, open }) => {
    const parsed = parseMoney(chosen.get(id) ?? "", open.currency);
    return parsed.ok && open.currency === unit ? [parsed.value] : [];
  });
  return `${unit} ${groupedAmount(total(amounts, currency(unit)))}`;
}

export default function PromiseForm(props: ActFormProps) {
  const words = useWords();
  const { acts } = words;
  const today = useCreditor().businessDay;
  const claims = openClaims(props.customer).filter(({ promised }) => promised === null);
  const take = useTakePromise(props, claims);
  const [chosen, setChosen] = useState<Chosen>(() => firstChoice(claims));
  const faulty = claims.some(
    ({ id, open }) => chosen.has(id) && amountFault(words, chosen.get(id) ?? "", open) !== null,
  );
  if (claims.length === 0) return <p className="act-form quiet">{acts.noItems}</p>;
  return (
    <Form
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ takenFrom: props.customer.contacts[0]?.name }}
      onFinish={(given: Given) => {
        if (chosen.size > 0 && !faulty) take.mutate({ ...given, chosen });
      }}
    >
      <div className="act-pair">
        <Form.Item name="payOn" label={acts.payOn} rules={[{ required: true }]}>
          <DayField min={today} />
        </Form.Item>
        <Form.Item name="takenFrom" label={acts.takenFrom}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item label={acts.promisedItems}>
        <PromisedItems claims={claims} chosen={chosen} onChange={setChosen} />
      </Form.Item>
      <ActFoot
        error={take.error}
        pending={take.isPending}
        label={acts.savePromise}
        onCancel={props.onDone}
      >
        {chosen.size === 0 ? acts.chooseItems : acts.promiseSum(promisedSum(claims, chosen))}
      </ActFoot>
    </Form>
  );
}

/** What is past due in the first item's currency: what people usually promise. */
function firstChoice(claims: readonly OpenItem[]): Chosen {
  const unit = claims[0]?.open.currency;
  const late = claims.filter(({ days, open }) => (days ?? 0) > 0 && open.currency === unit);
  return new Map(late.map(({ id, open }) => [id, amountWords(open)]));
}
