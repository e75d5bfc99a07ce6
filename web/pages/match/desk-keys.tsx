/** The keyboard of the match desk in one dialog. */
import { Modal } from "antd";
import { useWords } from "../../words.tsx";

export default function DeskKeys({ onClose }: { readonly onClose: () => void }) {
  const { match: words } = useWords();
  const { keys } = words;
  const lines: readonly (readonly [readonly string[], string])[] = [
    [["↑", "↓"], keys.move],
    [["1", "2", "3"], keys.choose],
    [["Enter"], keys.accept],
    [["C"], keys.customer],
    [["S"], keys.split],
    [["I"], keys.ignore],
    [["R"], keys.claims],
    [["U"], keys.undo],
    [["/"], keys.search],
    [["?"], keys.help],
  ];
  return (
    <Modal open onCancel={onClose} footer={null} title={words.keysTitle} width={420}>
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
