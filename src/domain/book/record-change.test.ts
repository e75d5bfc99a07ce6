/** Changes to a record that somebody else may have changed. */
import { expect, test } from "vitest";
import { judgeChange } from "./record-change.ts";

const stored = { version: 3, name: "云杉", note: null as string | null };

test("who saw the record as it stands changes it, and the rest stays", () => {
  expect(judgeChange(stored, 3, { name: "红松" })).toEqual({
    ok: true,
    value: { version: 3, name: "红松", note: null },
  });
});

test("who saw an older version is shown what differs, and only that", () => {
  expect(judgeChange(stored, 2, { name: "云杉", note: "先电话" })).toEqual({
    ok: false,
    refusal: {
      code: "record_is_stale",
      version: 3,
      difference: [{ field: "note", stored: null, wanted: "先电话" }],
    },
  });
});
