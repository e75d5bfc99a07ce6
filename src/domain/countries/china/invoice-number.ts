/** China's invoice numbers: 20 digits alone (数电票), or 8 digits under an invoice code (税控). */
import type { Brand } from "../../values/brand.ts";
import { ok, type Result, refuse } from "../../values/result.ts";

/** What makes a tax invoice one of a kind: its 20 digits, or code and number joined by `-`. */
export type TaxInvoiceKey = Brand<string, "TaxInvoiceKey">;

export type TaxInvoiceNumber =
  | { readonly kind: "digital"; readonly number: string; readonly key: TaxInvoiceKey }
  | {
      readonly kind: "tax_controlled";
      readonly number: string;
      readonly invoiceCode: string;
      readonly key: TaxInvoiceKey;
    };

export type InvoiceNumberRefusal =
  | { readonly code: "invoice_number_malformed"; readonly text: string }
  | { readonly code: "invoice_code_malformed"; readonly text: string }
  | { readonly code: "invoice_code_missing"; readonly number: string }
  | { readonly code: "invoice_code_not_used"; readonly text: string };

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/**
 * Reads a fiscal number with its code, if any. A 20-digit number has no code of its own; an
 * 8-digit one is not unique without (10 digits 专票, 12 digits 普票, 电子, 卷票). Kept as text:
 * leading zeros count. Own numbering of a receivable document is not read here.
 */
export function parseInvoiceNumber(
  numberText: string,
  codeText: string | null,
): Result<TaxInvoiceNumber, InvoiceNumberRefusal> {
  const number = plain(numberText);
  const invoiceCode = plain(codeText ?? "");
  if (/^\d{20}$/.test(number)) {
    if (invoiceCode !== "") return refuse({ code: "invoice_code_not_used", text: invoiceCode });
    return ok({ kind: "digital", number, key: number as TaxInvoiceKey });
  }
  if (!/^\d{8}$/.test(number))
    return refuse({ code: "invoice_number_malformed", text: numberText });
  if (invoiceCode === "") return refuse({ code: "invoice_code_missing", number });
  if (!/^(\d{10}|\d{12})$/.test(invoiceCode)) {
    return refuse({ code: "invoice_code_malformed", text: invoiceCode });
  }
  const key = `${invoiceCode}-${number}` as TaxInvoiceKey;
  return ok({ kind: "tax_controlled", number, invoiceCode, key });
}
