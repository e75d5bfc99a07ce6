/** What files call the columns of receipts: the cash book, a bank's list, an ERP's receipts. */
import { field, type KindFields } from "./field.ts";
import { CURRENCY, CUSTOMER_NAME, CUSTOMER_NUMBER } from "./shared-fields.ts";

export const RECEIPT_FIELDS: KindFields = {
  required: [
    ["number"],
    ["customer_number", "customer_name", "payer_name", "invoice_number"],
    ["received_on"],
    ["amount"],
  ],
  fields: [
    field(
      "number",
      "收款单号",
      "receipt number",
      "收款单编号|收款编号|收款单据号|流水号|交易流水号|银行流水号|账户明细编号-交易流水号|回单编号|",
      "receipt no|receipt id|receipt #|payment number|payment no|payment id|payment #|",
      "transaction id|transaction number|bank reference|单据编号|单据号|凭证编号|凭证号|编号|",
      "document number|document no|num|number|no",
    ),
    CUSTOMER_NUMBER,
    CUSTOMER_NAME,
    field(
      "received_on",
      "收款日期",
      "receipt date",
      "到账日期|到款日期|回款日期|入账日期|交易日期|交易时间|记账日期|单据日期|业务日期|收款日|日期|",
      "received on|date received|payment date|value date|booking date|posting date|",
      "document date|transaction date|date",
    ),
    CURRENCY,
    field(
      "amount",
      "收款金额",
      "receipt amount",
      "到账金额|回款金额|实收金额|收入金额|贷方发生额|贷方金额|转入金额|存入金额|交易金额|本次收款|",
      "原币金额|金额|amount received|received amount|payment amount|amount|credit|credit amount",
    ),
    field(
      "payer_name",
      "付款方名称",
      "payer name",
      "付款方|付款人|付款人名称|付款单位|付款方户名|对方户名|对方单位名称|对方单位|对方名称|汇款人|",
      "收(付)方名称|收/付方名称|payer|paid by|remitter|counterparty|counterparty name",
    ),
    field(
      "payer_account",
      "付款账号",
      "payer account",
      "付款方账号|付款人账号|对方账号|对方帐号|汇款账号|收(付)方账号|收/付方帐号|",
      "payer account number|counterparty account|remitter account",
    ),
    field(
      "method",
      "结算方式",
      "payment method",
      "收款方式|付款方式|支付方式|收款类型|method|payment type|payment mode",
    ),
    field(
      "invoice_number",
      "核销发票号码",
      "invoice number",
      "发票号码|发票号|核销发票|对应发票|对应发票号|应收单号|核销单号|源单编号|",
      "invoice numbers|invoice no|invoice id|invoice|invoices|applied to|applied to invoice",
    ),
    field(
      "remark",
      "附言",
      "remark",
      "摘要|用途|备注|说明|交易附言|remarks|memo|description|text|note|narrative",
    ),
  ],
};
