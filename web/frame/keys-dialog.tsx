/** The keyboard in one dialog. */
import { Modal } from "antd";
import { useWords } from "../words.tsx";

type KeysDialogProps = { readonly onClose: () => void };

export default function KeysDialog({ onClose }: KeysDialogProps) {
  const { keys, frame } = useWords();
  const lines: readonly (readonly [readonly string[], string])[] = [
    [["/"], keys.search],
    [["j", "k"], keys.move],
    [["Enter"], keys.open],
    [["c"], keys.outcome],
    [["p"], keys.promise],
    [["d"], keys.dispute],
    [["h"], keys.hold],
    [["1"], keys.toToday],
    [["2"], keys.toCustomers],
    [["3"], keys.toPlan],
    [["4"], keys.toAgeing],
    [["?"], keys.help],
  ];
  return (
    <Modal open onCancel={onClose} footer={null} title={frame.keysTitle} width={420}>
      <dl className="keys-list">
        {lines.map(([pressed, does]) => (
          <div key={does} className="spread">
            <dt>{does}</dt>
            <dd className="line">
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
