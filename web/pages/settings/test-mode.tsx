/** Test mode: what it means, and leaving it, which is asked for plainly. */
import { Modal } from "antd";
import { type Settings, useSwitchTestMode } from "../../queries/settings.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

type SettingsProps = { readonly settings: Settings };

function Sure({ settings }: SettingsProps) {
  const { settings: words } = useWords();
  return (
    <div className="stack">
      <p className="notice warning">
        <Icon name="warning" />
        <span>{words.leaveTestSure}</span>
      </p>
      <div>
        <p>{words.leaveTestLead}</p>
        <ul className="settings-checks">
          {words.leaveTestChecks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </div>
      <p className="quiet">
        {words.leaveTestBefore}
        {settings.mail === "folder" && ` ${words.leaveTestNoMail}`}
      </p>
    </div>
  );
}

function useSwitch(settings: Settings) {
  const { settings: words, frame } = useWords();
  const [dialog, holder] = Modal.useModal();
  const { mutate, mutateAsync, error, isPending } = useSwitchTestMode();
  const leave = () =>
    void dialog.confirm({
      title: words.leaveTestTitle,
      content: <Sure settings={settings} />,
      okText: words.leaveTestAct,
      okButtonProps: { danger: true },
      cancelText: frame.cancel,
      icon: null,
      width: 480,
      onOk: () => mutateAsync(false).catch(() => undefined),
    });
  return { holder, error, isPending, leave, enter: () => mutate(true) };
}

/** Why it can't be left stands beside the button too, not only when one points at it. */
function Reason({ settings }: SettingsProps) {
  const { refusal } = useWords();
  const { leaveTestMode } = settings.can;
  if (leaveTestMode === true) return null;
  return <p className="small settings-reason">{refusal({ type: "", ...leaveTestMode })}</p>;
}

export function TestMode({ settings }: SettingsProps) {
  const { settings: words } = useWords();
  const { holder, error, isPending, leave, enter } = useSwitch(settings);
  const { testMode, can } = settings;
  return (
    <section className="card" aria-label={words.testMode}>
      {holder}
      <header>
        <h2>{words.testMode}</h2>
        <span className={`tag ${testMode ? "warning" : "success"}`}>
          {testMode ? words.testOn : words.testOff}
        </span>
      </header>
      <div className="body stack">
        <p>{testMode ? words.testOnText : words.testOffText}</p>
        <ProblemNote error={error} />
        <div>
          <CanButton
            can={testMode ? can.leaveTestMode : can.edit}
            loading={isPending}
            onClick={testMode ? leave : enter}
          >
            {testMode ? words.leaveTest : words.enterTest}
          </CanButton>
        </div>
        {testMode && <Reason settings={settings} />}
      </div>
    </section>
  );
}
