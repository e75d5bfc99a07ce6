/** Takes a promise to pay: who promised and how, a day, and an amount for each document. */
import { Form, Input } from "antd";
import { useState } from "react";
import type { OpenItem } from "../../src/contract/customer.ts";
import { currency, groupedAmount, parseMoney, total } from "../../src/domain/values/money.ts";
import { answerOf, api, problemOf } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { useCreditor } from "../queries/session.ts";
import { amountWords } from "../ui/amount.tsx";
import { amountFault, wireAmount } from "../ui/amount-field.tsx";
import { DayField } from "../ui/day-field.tsx";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import type { ActFormProps } from "./acts.tsx";
import { useDraftState } from "./draft.ts";
import { openClaims } from "./options.ts";
import { type Chosen, PromisedItems } from "./promised-items.tsx";
import { firstPromiser, type Promiser, PromiserFields, promiserOf } from "./promiser-fields.tsx";

type Given = Promiser & {
  readonly payOn: string;
  readonly note?: string;
  readonly overruled?: string;
};

function useTakePromise({ customer, onDone }: ActFormProps, claims: readonly OpenItem[]) {
  const words = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ payOn, note, overruled, chosen, ...who }: Given & { readonly chosen: Chosen }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/promises", {
          params: { path: { creditor, customer: customer.id } },
          body: {
            payOn,
            ...promiserOf(who),
            note: note?.trim() || null,
            overruled: overruled?.trim() || null,
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

/** Asked for only once the server has said that too many were broken. */
function OverruleField({ error }: { readonly error: unknown }) {
  const { promiseDesk } = useWords();
  const [asked, setAsked] = useState(false);
  const refused = error !== null && problemOf(error).code === "promises_broken_too_often";
  if (refused && !asked) setAsked(true);
  if (!asked) return null;
  return (
    <Form.Item name="overruled" label={promiseDesk.overrule} extra={promiseDesk.overruleHint}>
      <Input />
    </Form.Item>
  );
}

export default function PromiseForm(props: ActFormProps) {
  const words = useWords();
  const { acts, promiseDesk } = words;
  const today = useCreditor().businessDay;
  const open = openClaims(props.customer);
  const claims = open.filter(({ free }) => !/^[0.-]*$/.test(free.amount));
  const take = useTakePromise(props, claims);
  const [chosen, setChosen] = useDraftState<Chosen>("chosen", () => firstChoice(claims));
  const faulty = claims.some(
    ({ id, free }) => chosen.has(id) && amountFault(words, chosen.get(id) ?? "", free) !== null,
  );
  if (claims.length === 0) {
    const why = open.length === 0 ? acts.noItems : promiseDesk.nothingFree;
    return <p className="act-form quiet">{why}</p>;
  }
  return (
    <Form
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={firstPromiser(props.customer.contacts)}
      onFinish={(given: Given) => {
        if (chosen.size > 0 && !faulty) take.mutate({ ...given, chosen });
      }}
    >
      <Form.Item name="payOn" label={acts.payOn} rules={[{ required: true }]}>
        <DayField min={today} />
      </Form.Item>
      <PromiserFields contacts={props.customer.contacts} />
      <Form.Item label={acts.promisedItems}>
        <PromisedItems claims={claims} chosen={chosen} onChange={setChosen} />
      </Form.Item>
      <Form.Item name="note" label={promiseDesk.note}>
        <Input />
      </Form.Item>
      <OverruleField error={take.error} />
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
  return new Map(late.map(({ id, free }) => [id, amountWords(free)]));
}
