/** The report on a visit: who was met, what was seen and agreed, with photos. */
import { Checkbox, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { Attachment } from "../../src/contract/attachment.ts";
import type { CustomerPage } from "../../src/contract/customer.ts";
import type { Visit } from "../../src/contract/visit.ts";
import { earlier, type PlainDate } from "../../src/domain/values/calendar.ts";
import { answerOf, api } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { useCreditor } from "../queries/session.ts";
import { DayField } from "../ui/day-field.tsx";
import { ProblemNote } from "../ui/states.tsx";
import { useWords } from "../words.tsx";
import { AttachmentsField } from "./attachments-field.tsx";
import { FollowUpField } from "./follow-up-field.tsx";
import { optionsOf } from "./options.ts";
import type { OutcomeGiven } from "./outcome-more.tsx";

type VisitReportProps = {
  readonly visit: Visit;
  readonly customer: Pick<CustomerPage, "id" | "contacts">;
  readonly onClose: () => void;
};

type Given = {
  readonly happenedOn: string;
  readonly met?: string[];
  readonly seen: string;
  readonly agreed?: string;
  readonly leftOnRequest?: boolean;
  readonly overdueReason?: NonNullable<OutcomeGiven["overdueReason"]>;
  readonly followUpOn?: string | null;
};

function useReport({ visit, onClose }: VisitReportProps, files: readonly Attachment[]) {
  const { contactDesk } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (given: Given) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/visits/{visit}/report", {
          params: { path: { creditor, visit: visit.id } },
          body: {
            happenedOn: given.happenedOn,
            met: given.met ?? [],
            seen: given.seen,
            agreed: given.agreed?.trim() || null,
            leftOnRequest: given.leftOnRequest ?? false,
            overdueReason: given.overdueReason ?? null,
            followUpOn: given.followUpOn ?? null,
            attachments: files.map(({ id }) => id),
          },
        }),
      ),
    done: () => contactDesk.reportSaved,
    after: onClose,
    shownInForm: true,
  });
}

function Fields({ customer }: Pick<VisitReportProps, "customer">) {
  const { acts, terms, contactDesk } = useWords();
  const people = customer.contacts.map(({ id, name, role }) => ({
    value: id,
    label: `${name} · ${terms.contactRoles[role]}`,
  }));
  return (
    <>
      <Form.Item name="met" label={contactDesk.met} extra={contactDesk.addPerson}>
        <Select mode="multiple" options={people} optionFilterProp="label" />
      </Form.Item>
      <Form.Item
        name="seen"
        label={contactDesk.seen}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} placeholder={contactDesk.seenHint} />
      </Form.Item>
      <Form.Item name="agreed" label={contactDesk.agreed}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="overdueReason" label={acts.overdueReason}>
        <Select allowClear options={optionsOf(terms.overdueReasons)} />
      </Form.Item>
      <Form.Item name="followUpOn" label={acts.followUpOn} tooltip={acts.followUpHint}>
        <FollowUpField />
      </Form.Item>
      <Form.Item name="leftOnRequest" valuePropName="checked">
        <Checkbox>{contactDesk.leftOnRequest}</Checkbox>
      </Form.Item>
    </>
  );
}

export default function VisitReport(props: VisitReportProps) {
  const { visit, customer, onClose } = props;
  const { frame, contactDesk } = useWords();
  const today = useCreditor().businessDay as PlainDate;
  const [form] = Form.useForm<Given>();
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const report = useReport(props, files);
  const first = {
    happenedOn: earlier(visit.plannedOn as PlainDate, today),
    met: visit.contact === null ? [] : [visit.contact.id],
  };
  return (
    <Modal
      open
      title={contactDesk.reportTitle}
      okText={contactDesk.reportAct}
      cancelText={frame.cancel}
      okButtonProps={{ loading: report.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={first}
        onFinish={(given) => report.mutate(given)}
      >
        <Form.Item name="happenedOn" label={contactDesk.happenedOn} rules={[{ required: true }]}>
          <DayField max={today} allowClear={false} />
        </Form.Item>
        <Fields customer={customer} />
        <Form.Item label={contactDesk.attachments}>
          <AttachmentsField customer={customer.id} files={files} onFiles={setFiles} />
        </Form.Item>
        <ProblemNote error={report.error} />
      </Form>
    </Modal>
  );
}
