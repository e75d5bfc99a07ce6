/** A field for a day: typed or picked, the same text in and out. */
import generatePicker from "antd/es/date-picker/generatePicker";
import { useMemo } from "react";
import type { PlainDate } from "../../src/domain/values/calendar.ts";
import { useCreditor } from "../queries/session.ts";
import { dayCalendar, type PickedDay } from "./day-calendar.ts";

type DayFieldProps = {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  /** The first and last day that may be chosen. */
  readonly min?: string;
  readonly max?: string;
  readonly allowClear?: boolean;
  readonly placeholder?: string;
  readonly label?: string;
  readonly width?: number | string;
};

export function DayField(props: DayFieldProps) {
  const { value, onChange, min, max, width = "100%" } = props;
  const today = useCreditor().businessDay as PlainDate;
  const Picker = useMemo(() => generatePicker<PickedDay>(dayCalendar(today)), [today]);
  const outside = (current: PickedDay): boolean =>
    (min !== undefined && current.day < min) || (max !== undefined && current.day > max);
  return (
    <Picker
      {...(props.id === undefined ? {} : { id: props.id })}
      value={value ? { day: value as PlainDate } : null}
      onChange={(picked) => onChange?.(picked === null ? null : (picked as PickedDay).day)}
      disabledDate={outside}
      format="YYYY-MM-DD"
      allowClear={props.allowClear ?? true}
      placeholder={props.placeholder ?? "YYYY-MM-DD"}
      {...(props.label === undefined ? {} : { "aria-label": props.label })}
      style={{ width }}
    />
  );
}
