/** The day of the next contact, with the three days everybody chooses. */
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";
import { useCreditor } from "../queries/session.ts";
import { DayField } from "../ui/day-field.tsx";
import { useWords } from "../words.tsx";

type FollowUpFieldProps = {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
};

export function FollowUpField(props: FollowUpFieldProps) {
  const { soon } = useWords().acts;
  const today = useCreditor().businessDay as PlainDate;
  const days: readonly (readonly [string, number])[] = [
    [soon.tomorrow, 1],
    [soon.threeDays, 3],
    [soon.week, 7],
  ];
  return (
    <>
      <DayField {...props} min={addDays(today, 1)} />
      <div className="quick-days">
        {days.map(([label, count]) => (
          <button key={label} type="button" onClick={() => props.onChange?.(addDays(today, count))}>
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
