/** Fields that several kinds of files share: whose a row is, its contract, its currency. */
import { type Field, field } from "./field.ts";

export const CUSTOMER_NUMBER: Field = field(
  "customer_number",
  "客户编号",
  "customer number",
  "客户编码|客户代码|客户号|客户ID|客商编码|客商编号|往来单位编码|往来单位编号|往来单位代码|往来户编号|",
  "购方编码|购方编号|债务人编号|单位编码|单位编号|customer no|customer id|customer code|customer num|",
  "cust number|cust no|cust id|cust code|debtor no|debtor number|debtor id|",
  "client id|",
  "client no|client number|client code|account number|account no|account id|",
  "sold-to party|",
  "sold-to|bill-to party|partner id|business partner",
);

export const CUSTOMER_NAME: Field = field(
  "customer_name",
  "客户名称",
  "customer name",
  "客户全称|客户名|客户|客户简称|客商名称|客商|购方名称|购买方名称|购买方|购货单位名称|购货单位|",
  "往来单位名称|往来单位|往来户名称|债务人名称|单位名称|公司名称|企业名称|付款单位名称|",
  "name customer|cust name|customer full name|customer|cust|debtor name|debtor|",
  "client name|",
  "client|invoice partner display name|partner name|partner|sold-to name|bill to|",
  "company name|company|account name|name 1",
);

export const CURRENCY: Field = field(
  "currency",
  "币种",
  "currency",
  "币别|货币|货币代码|币种代码|币种名称|凭证货币|单据货币|交易币种|原币币种|结算币种|",
  "invoice currency|document currency|doc currency|currency code|transaction currency|",
  "curr|ccy|crcy",
);

export const CONTRACT_NUMBER: Field = field(
  "contract_number",
  "合同编号",
  "contract number",
  "合同号|合同号码|合同编码|合同|contract no|contract id|contract #|contract",
);
