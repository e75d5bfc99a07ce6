/** The second factor: password, scan, first code, backup codes; or off again with the password. */
import { Button, Form, Input, Modal, QRCode } from "antd";
import { useState } from "react";
import { answerOf, api } from "../../api.ts";
import { useAct } from "../../queries/act.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

type Begun = { readonly uri: string; readonly backupCodes: readonly string[] };
type PasswordGiven = { readonly password: string };

const secretIn = (uri: string): string => new URL(uri).searchParams.get("secret") ?? "";

function AskPassword({ onBegun }: { readonly onBegun: (begun: Begun) => void }) {
  const { account: words } = useWords();
  const begin = useAct({
    run: (body: PasswordGiven) => answerOf(api.POST("/api/me/second-factor", { body })),
    after: onBegun,
    shownInForm: true,
  });
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(given: PasswordGiven) => begin.mutate(given)}
    >
      <Form.Item name="password" label={words.factorPassword} rules={[{ required: true }]}>
        <Input.Password autoFocus autoComplete="current-password" />
      </Form.Item>
      <ProblemNote error={begin.error} />
      <Button type="primary" htmlType="submit" loading={begin.isPending}>
        {words.factorNext}
      </Button>
    </Form>
  );
}

type ScanProps = { readonly uri: string; readonly onDone: () => void };

function Scan({ uri, onDone }: ScanProps) {
  const { account: words } = useWords();
  const confirm = useAct({
    run: (body: { code: string }) => answerOf(api.POST("/api/me/second-factor/confirm", { body })),
    done: () => words.factorDone,
    after: onDone,
    shownInForm: true,
  });
  return (
    <div className="stack">
      <p>{words.factorScan}</p>
      <div className="factor-scan">
        <QRCode value={uri} type="svg" size={168} bordered={false} />
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(given: { code: string }) => confirm.mutate(given)}
        >
          <p className="quiet small">{words.factorKey}</p>
          <p>
            <code>{secretIn(uri)}</code>
          </p>
          <Form.Item
            name="code"
            label={words.factorCode}
            rules={[{ required: true, pattern: /^\d{3} ?\d{3}$/ }]}
          >
            <Input autoFocus autoComplete="one-time-code" inputMode="numeric" />
          </Form.Item>
          <ProblemNote error={confirm.error} />
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {words.factorConfirm}
          </Button>
        </Form>
      </div>
    </div>
  );
}

type CodesProps = { readonly codes: readonly string[]; readonly onClose: () => void };

function BackupCodes({ codes, onClose }: CodesProps) {
  const { account: words } = useWords();
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(codes.join("\n"))}`;
  return (
    <div className="stack">
      <p>{words.backupLead}</p>
      <ul className="backup-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="factor-scan">
        <Button href={file} download="huikuan-backup-codes.txt">
          {words.backupSave}
        </Button>
        <Button type="primary" onClick={onClose}>
          {words.backupKept}
        </Button>
      </div>
    </div>
  );
}

function TurnOn({ onClose }: { readonly onClose: () => void }) {
  const { account: words } = useWords();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  const title = confirmed ? words.backupTitle : words.factorBegin;
  return (
    <Modal open title={title} footer={null} width={520} maskClosable={false} onCancel={onClose}>
      {begun === null && <AskPassword onBegun={setBegun} />}
      {begun !== null && !confirmed && <Scan uri={begun.uri} onDone={() => setConfirmed(true)} />}
      {begun !== null && confirmed && <BackupCodes codes={begun.backupCodes} onClose={onClose} />}
    </Modal>
  );
}

function TurnOff({ onClose }: { readonly onClose: () => void }) {
  const { account: words, frame } = useWords();
  const [form] = Form.useForm<PasswordGiven>();
  const end = useAct({
    run: (body: PasswordGiven) => answerOf(api.POST("/api/me/second-factor/end", { body })),
    done: () => words.factorEnded,
    after: onClose,
    shownInForm: true,
  });
  return (
    <Modal
      open
      title={words.factorEndTitle}
      okText={words.factorEnd}
      cancelText={frame.cancel}
      okButtonProps={{ danger: true, loading: end.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => end.mutate(given)}
      >
        <p>{words.factorEndLead}</p>
        <Form.Item name="password" label={words.factorPassword} rules={[{ required: true }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <ProblemNote error={end.error} />
      </Form>
    </Modal>
  );
}

export function SecondFactor({ on }: { readonly on: boolean }) {
  const { account: words } = useWords();
  const [open, setOpen] = useState<"on" | "off" | null>(null);
  return (
    <section className="card" aria-label={words.factor}>
      <header>
        <h2>{words.factor}</h2>
      </header>
      <div className="body stack">
        <p>{on ? words.factorOn : words.factorOff}</p>
        <div>
          {on ? (
            <Button danger onClick={() => setOpen("off")}>
              {words.factorEnd}
            </Button>
          ) : (
            <Button onClick={() => setOpen("on")}>{words.factorBegin}</Button>
          )}
        </div>
      </div>
      {open === "on" && <TurnOn onClose={() => setOpen(null)} />}
      {open === "off" && <TurnOff onClose={() => setOpen(null)} />}
    </section>
  );
}
