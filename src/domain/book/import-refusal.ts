/** Why a file, or the map that says how to read it, is refused as a whole. */

/** Why a file is no table for us. */
export type TableRefusal =
  | { readonly code: "file_empty" }
  | { readonly code: "file_is_not_a_table" }
  | { readonly code: "file_is_old_excel" }
  | { readonly code: "file_is_web_page" }
  | { readonly code: "file_has_password" }
  | { readonly code: "file_is_broken"; readonly detail: string }
  | { readonly code: "file_unpacks_too_large"; readonly limitMegabytes: number }
  | { readonly code: "quote_not_closed"; readonly line: number }
  | { readonly code: "sheet_not_found"; readonly sheet: string; readonly sheets: string }
  | { readonly code: "several_sheets"; readonly sheets: string }
  | { readonly code: "header_not_found"; readonly expected: string; readonly english: string }
  | {
      readonly code: "column_missing";
      readonly field: string;
      readonly name: string;
      readonly headings: string;
    }
  | { readonly code: "heading_not_found"; readonly heading: string; readonly headings: string }
  | { readonly code: "field_unknown"; readonly field: string; readonly fields: string }
  | { readonly code: "constant_wrong"; readonly field: string; readonly text: string }
  | { readonly code: "no_rows" };

/** Why a map file is no map. */
export type MapRefusal =
  | { readonly code: "map_is_not_json"; readonly detail: string }
  | { readonly code: "map_is_wrong"; readonly at: string; readonly expected: string };
