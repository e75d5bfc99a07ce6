/** The whole keyboard of Today in one dialog. */
import KeysDialog, { type KeySection } from "../../frame/keys-dialog.tsx";
import { useWords } from "../../words.tsx";

export default function TodayKeys({ onClose }: { readonly onClose: () => void }) {
  const { work, contactDesk } = useWords();
  const { keys } = work;
  const sections: readonly KeySection[] = [
    {
      title: keys.title,
      lines: [
        [["j", "k"], keys.move],
        [["Enter", "o"], keys.open],
        [["w"], keys.why],
        [["/"], keys.search],
        [["Esc"], keys.back],
        [["u"], keys.undo],
      ],
    },
    {
      title: keys.acts,
      lines: [
        [["c"], keys.outcome],
        [["p"], keys.promise],
        [["d"], keys.dispute],
        [["h"], keys.hold],
        [["v"], contactDesk.planVisit],
        [["s"], keys.snooze],
        [["b"], keys.callBack],
        [["l"], keys.reason],
        [["t"], keys.escalate],
        [["r"], keys.release],
      ],
    },
    {
      title: keys.many,
      lines: [
        [["x"], keys.select],
        [["a"], keys.all],
        [["e"], keys.bulk],
      ],
    },
    {
      title: keys.forms,
      lines: [
        [["Ctrl Enter"], keys.save],
        [["Esc"], keys.leave],
      ],
    },
  ];
  return <KeysDialog onClose={onClose} page={sections} />;
}
