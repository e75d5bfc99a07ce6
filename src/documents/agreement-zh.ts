/** Agreements in Chinese: the contents that 还款协议, 展期协议 and 提前付款优惠 must have. */
import type { AgreementPaper } from "../domain/desk/agreement-paper.ts";
import {
  type AgreementWords,
  type Clause,
  type PaperPart,
  percentText,
} from "./agreement-words.ts";
import { nameOf } from "./letter-parts.ts";
import { WORDING } from "./wording.ts";

const { day, sum } = WORDING.zh;
const NUMBERS = [
  "一",
  "二",
  "三",
  "四",
  "五",
  "六",
  "七",
  "八",
  "九",
  "十",
  "十一",
  "十二",
  "十三",
];
const HEADINGS = {
  repayment_plan: "还款协议",
  extension: "展期协议",
  discount: "提前付款优惠确认书",
};

const period = { day: "每日", year: "年利率" } as const;

function debt({ kind, amount }: AgreementPaper): Clause {
  const left = kind === "discount" ? "尚有下列应付款项未付" : "尚欠下列款项未付";
  return {
    title: "债务确认",
    text: `乙方确认：截至本协议签署之日，对甲方${left}，本金合计${sum(amount)}，金额无误，应予支付。明细如下：`,
  };
}

function schedule(paper: AgreementPaper): readonly (Clause | PaperPart)[] {
  const { interest, rate, toPay, lastOn } = paper;
  const bears =
    interest === null || rate === null
      ? "本协议约定的各期款项不另计资金占用利息。"
      : `分期期间按未付本金计收利息（单利，${period[rate.per]} ${percentText(rate.partsPerBillion)}，按实际天数），` +
        `合计${sum(interest)}，与本金分别列示。`;
  return [
    {
      title: "还款计划",
      text: `乙方应按下表分期付款，最迟于${day(lastOn)}（含当日）付清，合计${sum(toPay)}。${bears}`,
    },
    "schedule",
    {
      title: "清偿顺序",
      text:
        "乙方依本协议支付的款项，按期次先后清偿；同一期内先清偿利息，再清偿本金。" +
        "本条是双方关于清偿抵充顺序的约定。乙方可以提前付款，提前支付的款项抵付最先到期的期次。",
    },
  ];
}

function extension({ lastOn }: AgreementPaper): readonly (Clause | PaperPart)[] {
  return [
    {
      title: "付款期限的变更",
      text:
        `甲方同意将上表所列各笔款项的付款期限变更为表中的新到期日（最迟为${day(lastOn)}），` +
        "乙方应在新到期日前（含当日）足额付款。除付款期限外，原合同的其他约定不变。",
    },
  ];
}

function discount({ toPay, forgiven, lastOn }: AgreementPaper): readonly (Clause | PaperPart)[] {
  const given = forgiven === null ? "" : sum(forgiven);
  return [
    {
      title: "提前付款优惠",
      text:
        `乙方在${day(lastOn)}前（含当日）向甲方付清${sum(toPay)}，以款项实际到达甲方账户为准的，` +
        `甲方同意免除其余${given}。乙方未在该日前足额付款的，本优惠自动失效，乙方仍应按原约定全额付款；` +
        "已付部分抵充所欠款项。",
    },
  ];
}

function breach({ kind, graceDays, missedForDefault, clauses }: AgreementPaper): readonly Clause[] {
  if (kind === "discount") return [];
  if (kind === "extension") {
    return [
      {
        title: "违约责任",
        text: "乙方未按新到期日足额付款的，应自新到期日的次日起按原合同约定承担逾期付款责任；原合同没有约定的，依法律规定。",
      },
    ];
  }
  const who =
    clauses.acceleration === "by_itself"
      ? "剩余全部款项立即到期，无须另行通知"
      : "甲方有权宣布剩余全部款项立即到期";
  return [
    {
      title: "违约与加速到期",
      text:
        `任何一期款项逾期超过 ${graceDays} 日仍未足额支付的，为未按期履行；累计 ${missedForDefault} 期未按期履行的，` +
        `${who}，乙方应一次付清，并自加速到期之日起按原合同约定（没有约定的，依法律规定）承担逾期付款违约金或者利息。`,
    },
  ];
}

function guarantee({ clauses: { guarantor } }: AgreementPaper): readonly Clause[] {
  if (guarantor === null) return [];
  const how = guarantor.kind === "joint" ? "连带责任保证" : "一般保证";
  return [
    {
      title: "保证担保",
      text:
        `丙方${guarantor.name}自愿为乙方在本协议项下的全部债务提供${how}，` +
        "保证范围包括本金、利息、违约金以及实现债权的费用，" +
        `保证期间为最后一期付款期限届满之日起 ${guarantor.months} 个月。` +
        "本协议加速到期的，保证期间自加速到期之日起算。",
    },
  ];
}

function reservation({ kind, clauses }: AgreementPaper): readonly Clause[] {
  if (!clauses.reservePenalty) return [];
  const unless = kind === "discount" ? "除本确认书明确免除的金额外，" : "";
  return [
    {
      title: "权利保留",
      text:
        `${unless}本协议不影响甲方依据原合同约定和法律规定主张逾期付款违约金、利息及其他权利；` +
        "甲方签订本协议、接受部分付款，均不视为放弃上述任何权利。原合同的担保、管辖等约定继续有效。",
    },
  ];
}

function waiver({ clauses }: AgreementPaper): readonly Clause[] {
  if (!clauses.waivesLimitation) return [];
  return [
    {
      title: "自愿履行",
      text: "乙方知悉本协议所涉部分债务的诉讼时效期间可能已经届满，仍自愿履行全部债务，并明确表示放弃诉讼时效抗辩。",
    },
  ];
}

/** As many copies as there are parties. */
function effect({ clauses: { guarantor } }: AgreementPaper): string {
  const [who, copies] = guarantor === null ? ["双方", "两"] : ["各方", "三"];
  return (
    `本协议自${who}盖章或者由授权代表签字之日起生效。` +
    `一式${copies}份，${who}各执一份，具有同等效力。`
  );
}

function rest(paper: AgreementPaper): readonly Clause[] {
  const { jurisdiction, serviceAddress, serviceEmail } = paper.clauses;
  const address = serviceAddress ?? paper.customer.address;
  const where = [
    ...(address === null ? [] : [`地址：${address.replace(/\s+/g, " ")}`]),
    ...(serviceEmail === null ? [] : [`电子邮箱：${serviceEmail}`]),
  ].join("；");
  return [
    {
      title: "争议解决",
      text: `因本协议发生的争议，双方协商解决；协商不成的，${jurisdiction ?? "按原合同约定的方式解决；原合同没有约定的，由甲方住所地有管辖权的人民法院管辖"}。`,
    },
    ...(where === ""
      ? []
      : [
          {
            title: "送达地址确认",
            text:
              `乙方确认下列送达地址适用于协商、催告以及诉讼、仲裁、执行各阶段的文书送达（含电子送达）：${where}。` +
              "地址变更的，应书面通知甲方；未通知的，按原地址发出即视为送达。",
          },
        ]),
    { title: "生效", text: effect(paper) },
  ];
}

export const zh: AgreementWords = {
  heading: ({ kind }) => HEADINGS[kind],
  subject: (paper) => `${HEADINGS[paper.kind]}（${paper.number}）`,
  creditor: "甲方（债权人）",
  debtor: "乙方（债务人）",
  guarantor: "丙方（保证人）",
  name: "名称",
  serviceAddress: "送达地址",
  serviceEmail: "电子邮箱",
  place: "期次",
  dueOn: "付款期限",
  oldDueOn: "原到期日",
  newDueOn: "新到期日",
  principal: "本金",
  interest: "利息",
  toPay: "应付合计",
  open: "未付金额",
  agreed: "本协议金额",
  forgiven: "优惠金额",
  signHere: ["（盖章）", "授权代表（签字）：", "职务：", "日期：　　　　年　　月　　日"],
  numbered: (at, title) => `${NUMBERS[at] ?? at + 1}、${title}`,
  unit: (head, currency) => `${head}（${WORDING.zh.unit(currency)}）`,
  preamble: (paper) =>
    `甲方${nameOf(paper, paper.creditor)}与乙方${nameOf(paper, paper.customer)}就乙方应付款项的支付，经协商一致，达成如下协议：`,
  clauses(paper) {
    const own = { repayment_plan: schedule, extension, discount }[paper.kind](paper);
    return [
      debt(paper),
      "items",
      "totals",
      ...own,
      { title: "付款账户", text: "乙方应将款项付至甲方下列账户，并在附言中注明本协议编号：" },
      "account",
      ...breach(paper),
      ...guarantee(paper),
      ...reservation(paper),
      ...waiver(paper),
      ...rest(paper),
    ];
  },
};
