/** Plans a visit: when, where, what about, whom to meet, and who of us goes. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select, Skeleton } from "antd";
import type { Visit } from "../../src/contract/visit.ts";
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";
import { answerOf, api } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { visitsQuery } from "../queries/contacts.ts";
import { useCreditor } from "../queries/session.ts";
import { DayField } from "../ui/day-field.tsx";
import { ProblemNote } from "../ui/states.tsx";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import type { ActFormProps, TaskStep } from "./acts.tsx";
import { optionsOf } from "./options.ts";

type VisitFormProps = ActFormProps & { readonly task?: TaskStep | undefined };

type Given = {
  readonly plannedOn: string;
  readonly plannedAt: string;
  readonly placeKind: Visit["placeKind"];
  readonly place: string;
  readonly purpose: string;
  readonly contact?: string;
  /** Ids of colleagues, and names of people without an account. */
  readonly visitors: readonly string[];
};

type Colleague = { readonly user: string; readonly name: string };

const FURTHEST_DAYS = 92;

function usePlanVisit({ customer, task, onDone }: VisitFormProps, people: readonly Colleague[]) {
  const { contactDesk } = useWords();
  const creditor = useCreditor().code;
  const step = task?.channel === "visit" ? task.id : null;
  return useAct({
    run: ({ contact = undefined, visitors, ...given }: Given) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/visits", {
          params: { path: { creditor, customer: customer.id } },
          body: {
            ...given,
            contact: contact ?? null,
            step,
            visitors: visitors.map((who) => {
              const known = people.find(({ user }) => user === who);
              return { name: known?.name ?? who, user: known?.user ?? null };
            }),
          },
        }),
      ),
    done: () => contactDesk.visitSaved,
    after: onDone,
    shownInForm: true,
  });
}

function WhenAndWhere() {
  const { contactDesk } = useWords();
  const today = useCreditor().businessDay as PlainDate;
  return (
    <>
      <div className="act-pair">
        <Form.Item name="plannedOn" label={contactDesk.visitDay} rules={[{ required: true }]}>
          <DayField min={today} max={addDays(today, FURTHEST_DAYS)} allowClear={false} />
        </Form.Item>
        <Form.Item name="plannedAt" label={contactDesk.visitTime} rules={[{ required: true }]}>
          <Input type="time" />
        </Form.Item>
      </div>
      <Form.Item name="place" label={contactDesk.place} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <Form.Item name="placeKind" label={contactDesk.placeKind}>
        <Select options={optionsOf(contactDesk.placeKinds)} />
      </Form.Item>
    </>
  );
}

export default function VisitForm(props: VisitFormProps) {
  const { customer, onDone } = props;
  const { terms, contactDesk } = useWords();
  const { code: creditor, businessDay } = useCreditor();
  const visits = useQuery(visitsQuery(creditor, customer.id));
  const plan = usePlanVisit(props, visits.data?.colleagues ?? []);
  if (visits.data === undefined) {
    return visits.error === null ? (
      <Skeleton active title={false} />
    ) : (
      <ProblemNote error={visits.error} />
    );
  }
  const { address, colleagues } = visits.data;
  const people = customer.contacts.map(({ id, name, role, may }) => ({
    value: id,
    label: `${name} · ${terms.contactRoles[role]}`,
    disabled: may !== true,
  }));
  const first = {
    plannedOn: addDays(businessDay as PlainDate, 1),
    plannedAt: "10:00",
    placeKind: "company",
    place: address ?? "",
    visitors: [],
  };
  return (
    <Form
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={first}
      onFinish={(given: Given) => plan.mutate(given)}
    >
      <WhenAndWhere />
      <Form.Item name="purpose" label={contactDesk.purpose} rules={[{ required: true }]}>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="contact" label={contactDesk.meets}>
        <Select allowClear options={people} />
      </Form.Item>
      <Form.Item name="visitors" label={contactDesk.visitors} extra={contactDesk.visitorsHint}>
        <Select
          mode="tags"
          options={colleagues.map(({ user, name }) => ({ value: user, label: name }))}
          optionFilterProp="label"
        />
      </Form.Item>
      <ActFoot
        error={plan.error}
        pending={plan.isPending}
        label={contactDesk.visitAct}
        onCancel={onDone}
      />
    </Form>
  );
}
