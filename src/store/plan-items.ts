/** The items of a plan's line: as the program reads them, and packed as they are stored. */
import type { PlainDate } from "../domain/values/calendar.ts";
import { jsonList, jsonText } from "./sql.ts";

/** One listed item, as it is stored in a step: amounts are text with the currency's decimals. */
export type StoredItem = {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly dueOn: PlainDate;
  readonly days: number;
  readonly open: string;
  readonly chased: string;
  /** The step with which this item is marked when the line is released. */
  readonly markStep: string | null;
};

export const texts = (values: readonly unknown[]) => jsonList(values.map(jsonText));

/** An item inside a line, as it is stored: a place in the list instead of a name. */
type PackedItem = [
  id: string,
  number: string,
  currency: string,
  dueOn: PlainDate,
  days: number,
  open: string,
  chased: string,
  markStep: string | null,
];

export const packed = (lists: readonly (readonly StoredItem[])[]) =>
  jsonList(
    lists.map((items) =>
      JSON.stringify(
        items.map(
          (item): PackedItem => [
            item.id,
            item.number,
            item.currency,
            item.dueOn,
            item.days,
            item.open,
            item.chased,
            item.markStep,
          ],
        ),
      ),
    ),
    "json",
  );

export const unpacked = <Row extends { readonly items: readonly PackedItem[] }>({
  items,
  ...row
}: Row) => ({
  ...row,
  items: items.map(([id, number, currency, dueOn, days, open, chased, markStep]) => {
    return { id, number, currency, dueOn, days, open, chased, markStep };
  }),
});

export type Packed<Line> = Omit<Line, "items"> & { readonly items: readonly PackedItem[] };
