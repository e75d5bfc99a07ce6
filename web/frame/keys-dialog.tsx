/** The keyboard in one dialog: the keys of the page first, then those that work everywhere. */
import { Modal } from "antd";
import { useWords } from "../words.tsx";
import { GO_KEYS } from "./go-keys.ts";
import "./keys-dialog.css";

/** The keys that do the same, and what they do. */
export type KeyLine = readonly [keys: readonly string[], does: string];
export type KeySection = { readonly title: string; readonly lines: readonly KeyLine[] };

type KeysDialogProps = {
  readonly onClose: () => void;
  readonly page?: readonly KeySection[];
};

function useFrameKeys(): KeySection {
  const { keys, frame } = useWords();
  return {
    title: keys.everywhere,
    lines: [
      [["/"], keys.search],
      [["j", "k"], keys.move],
      [["Enter"], keys.open],
      ...GO_KEYS.map(({ letter, digit, page }): KeyLine => {
        const key = `g ${letter}`;
        return [digit === undefined ? [key] : [key, digit], frame.pages[page]];
      }),
      [["?"], keys.help],
    ],
  };
}

const Pressed = ({ keys }: { readonly keys: string }) => (
  <span className="line key-turn">
    {keys.split(" ").map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </span>
);

function Section({ title, lines }: KeySection) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="keys-list">
        {lines.map(([pressed, does]) => (
          <div key={does} className="spread">
            <dt>{does}</dt>
            <dd className="line key-choices">
              {pressed.map((keys) => (
                <Pressed key={keys} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export default function KeysDialog({ onClose, page = [] }: KeysDialogProps) {
  const { frame } = useWords();
  const sections = [...page, useFrameKeys()];
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={frame.keysTitle}
      width={page.length === 0 ? 420 : 720}
    >
      <div className={page.length === 0 ? "stack" : "keys-sections"}>
        {sections.map((section) => (
          <Section key={section.title} {...section} />
        ))}
      </div>
    </Modal>
  );
}
