/** What banks said of payments without an entry, and what may be done about it. */
import { businessDay } from "../domain/values/calendar.ts";
import type { ReceiptId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import {
  listBankNotices,
  listNoticeCounts,
  type NoticeLine,
  type NoticeState,
} from "../store/bank-notices.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { loadReceipts, type ShownReceipt } from "./receipt-brief.ts";

const ENDED = { code: "notice_not_open" } as const;
const NAMES_NOTHING = { code: "notice_names_no_receipt" } as const;
const RETURNED = { code: "return_booked_already" } as const;

function shown(sight: Sight, notice: NoticeLine, receipt: ShownReceipt | null) {
  const { id, file, place, at, accepted, codes, said, named, amount, currency, state } = notice;
  const open = state === "open" ? true : ENDED;
  const bookable = receipt?.state === "returned" ? RETURNED : receipt ? true : NAMES_NOTHING;
  return {
    ...{ id, file, place, on: businessDay(at, sight.creditor.timeZone), accepted, codes, said },
    ...{ named, receipt, state },
    amount: amount === null || currency === null ? null : money(amount, currency),
    can: {
      book: both(sight.may("payment:return"), open === true ? bookable : open),
      ignore: both(sight.may("line:ignore"), open),
    },
  };
}

/** The notices of one state, the latest file first, and how many there are in each. */
export async function viewBankNotices(sight: Sight, state: NoticeState) {
  const { tx, creditor } = sight;
  const notices = await listBankNotices(tx, creditor.id, state);
  const named = notices.flatMap(({ receipt }): readonly ReceiptId[] =>
    receipt === null ? [] : [receipt],
  );
  const receipts = await loadReceipts(sight, named);
  const counts = await listNoticeCounts(tx, creditor.id);
  const countOf = (one: NoticeState) => counts.find((count) => count.state === one)?.count ?? 0;
  return {
    rows: notices.map((notice) =>
      shown(sight, notice, notice.receipt === null ? null : receipts(notice.receipt)),
    ),
    counts: { open: countOf("open"), booked: countOf("booked"), ignored: countOf("ignored") },
  };
}
