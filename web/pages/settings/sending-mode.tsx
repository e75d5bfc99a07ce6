/** Whether released letters leave the house: test mode, and how mail is connected. */
import { Modal } from "antd";
import { type Settings, useUpdateSettings } from "../../queries/settings.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

export function SendingMode({ settings }: { readonly settings: Settings }) {
  const { settings: words, frame } = useWords();
  const [dialog, holder] = Modal.useModal();
  const update = useUpdateSettings();
  const { testMode, can } = settings;
  const change = () => {
    if (!testMode) {
      update.mutate({ testMode: true });
      return;
    }
    void dialog.confirm({
      title: words.leaveTest,
      content: words.leaveTestSure,
      okText: words.leaveTest,
      cancelText: frame.cancel,
      icon: null,
      onOk: () => update.mutate({ testMode: false }),
    });
  };
  return (
    <section className="card">
      {holder}
      <header>
        <h2>{words.sending}</h2>
        <span className={`tag ${testMode ? "warning" : "success"}`}>
          {testMode ? words.testOn : words.testOff}
        </span>
      </header>
      <div className="body stack">
        <p>{testMode ? words.testOnText : words.testOffText}</p>
        <p className="quiet">{words.mail[settings.mail]}</p>
        <ProblemNote error={update.error} />
        <div>
          <CanButton can={can.edit} loading={update.isPending} onClick={change}>
            {testMode ? words.leaveTest : words.enterTest}
          </CanButton>
        </div>
      </div>
    </section>
  );
}
