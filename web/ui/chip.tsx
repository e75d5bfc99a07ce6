/** A filter as a chip: its name, how many it finds, whether it is on. */

type ChipProps = {
  readonly on: boolean;
  readonly label: string;
  readonly count?: number | undefined;
  readonly onChoose: () => void;
};

export function Chip({ on, label, count, onChoose }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={onChoose}>
      {label}
      {count !== undefined && <b className="number"> {count}</b>}
    </button>
  );
}
