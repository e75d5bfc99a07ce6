/** What files call the columns of customers, contacts and contracts. */
import { field, type KindFields, renamed } from "./field.ts";
import { CONTRACT_NUMBER, CUSTOMER_NAME, CUSTOMER_NUMBER } from "./shared-fields.ts";

const LANGUAGE = field("language", "语言", "language", "沟通语言|信函语言|lang");
const WHOSE = [["customer_number", "customer_name"]];

export const CUSTOMER_FIELDS: KindFields = {
  required: [["number"], ["name"]],
  fields: [
    renamed("number", CUSTOMER_NUMBER, "编号|编码|代码|number|no|code|id|account"),
    renamed("name", CUSTOMER_NAME, "名称|全称|name|full name"),
    field(
      "name_en",
      "英文名称",
      "english name",
      "客户英文名称|英文名|name in english|name (en)|customer english name",
    ),
    field(
      "uscc",
      "统一社会信用代码",
      "tax number",
      "社会信用代码|信用代码|纳税人识别号|纳税人登记号|税号|税务登记号|tax id|tax no|vat number|vat id|vat no|tin|uscc|",
      "registration number",
    ),
    field(
      "address",
      "地址",
      "address",
      "注册地址|通讯地址|联系地址|客户地址|单位地址|邮寄地址|street|postal address|billing address",
    ),
    LANGUAGE,
    field(
      "grade",
      "信用等级",
      "grade",
      "客户等级|信用评级|客户信用等级|等级|评级|credit grade|credit rating|rating",
    ),
    field(
      "segment",
      "客户分层",
      "segment",
      "客户分类|客户类别|客户分组|客户类型|所属行业|行业|category|customer group|customer category|industry",
    ),
    field(
      "salesperson",
      "业务员",
      "salesperson",
      "专管业务员|分管业务员|销售员|销售人员|销售代表|客户经理|负责人|sales rep|sales representative|account manager|",
      "owner",
    ),
    field("note", "备注", "note", "说明|remark|remarks|memo|comment|comments|notes"),
    field(
      "bank_account",
      "银行账号",
      "bank account",
      "付款账号|银行帐号|客户银行账号|账号|帐号|bank account number|bank account no|iban|payer account",
    ),
  ],
};

export const CONTACT_FIELDS: KindFields = {
  required: [...WHOSE, ["name"]],
  fields: [
    CUSTOMER_NUMBER,
    CUSTOMER_NAME,
    field(
      "name",
      "联系人",
      "contact name",
      "联系人姓名|联系人名称|姓名|contact|contact person|full name|name|person",
    ),
    field(
      "role",
      "角色",
      "role",
      "职务|职位|岗位|联系人角色|职责|job title|title|position|function",
    ),
    field(
      "email",
      "邮箱",
      "e-mail",
      "电子邮箱|邮箱地址|电子邮件|邮件地址|邮件|email|email address|mail",
    ),
    field(
      "phone",
      "电话",
      "phone",
      "联系电话|手机|手机号|手机号码|移动电话|电话号码|办公电话|mobile|telephone|tel|cell|phone number",
    ),
    LANGUAGE,
    field("source", "信息来源", "source", "来源|数据来源|origin"),
  ],
};

export const CONTRACT_FIELDS: KindFields = {
  required: [["number"], ...WHOSE],
  fields: [
    renamed("number", CONTRACT_NUMBER, "编号|number|no"),
    CUSTOMER_NUMBER,
    CUSTOMER_NAME,
    field(
      "signed_on",
      "签订日期",
      "signed on",
      "签订日|签署日期|签约日期|合同日期|合同签订日期|signed|signing date|date signed|contract date|date",
    ),
    field(
      "terms_text",
      "付款条件",
      "payment terms",
      "收款条件|付款条款|付款方式|结算条款|terms|payment term",
    ),
    field(
      "terms_days",
      "信用期",
      "terms days",
      "账期|帐期|信用期限|信用天数|账期天数|付款天数|net days|credit days|credit period",
    ),
    field(
      "late_clause",
      "违约条款",
      "late payment clause",
      "逾期条款|逾期付款条款|违约金条款|逾期违约条款|late clause|penalty clause",
    ),
    field(
      "late_rate",
      "逾期利率",
      "late payment rate",
      "违约金利率|违约金比例|违约金率|逾期违约金率|逾期违约金|late rate|penalty rate|late interest rate",
    ),
    field(
      "appropriation",
      "抵充顺序",
      "order of appropriation",
      "清偿抵充顺序|清偿顺序|抵充约定|appropriation",
    ),
    field("appropriation_text", "抵充约定内容", "agreed order of appropriation", "清偿抵充约定"),
    field("debt_structure", "债务结构", "debt structure", "债务类型"),
    field(
      "creditor_size",
      "我方规模",
      "creditor size",
      "债权人规模|我方企业规模|签约时我方规模|our size",
    ),
    field(
      "debtor_size",
      "客户规模",
      "debtor size",
      "债务人规模|客户企业规模|企业规模|签约时客户规模|customer size|company size",
    ),
    field("guarantee", "担保", "guarantee", "担保方式|担保情况|保证|security|collateral"),
    field(
      "service_address",
      "送达地址",
      "address for service",
      "约定送达地址|送达确认地址|通知地址|service address|notice address",
    ),
    field(
      "return_charge_clause",
      "退票费用条款",
      "return charge clause",
      "退票费用约定|退票手续费条款|退汇费用条款|returned payment charge clause|return fee clause",
    ),
    field(
      "order_number",
      "订单号",
      "order number",
      "销售订单号|采购订单号|客户订单号|po number|purchase order|sales order",
    ),
    field(
      "delivery_number",
      "送货单号",
      "delivery note number",
      "发货单号|出库单号|交货单号|签收单号|delivery note|delivery number|delivery no",
    ),
    field("delivery_on", "送货日期", "delivery date", "发货日期|签收日期|交货日期|delivered on"),
    field(
      "acceptance_number",
      "验收单号",
      "acceptance number",
      "验收报告编号|验收证书编号|acceptance certificate|acceptance no",
    ),
    field("acceptance_on", "验收日期", "acceptance date", "accepted on"),
    field("invoice_number", "发票号码", "invoice number", "发票号|对应发票|invoice no|invoice"),
  ],
};
