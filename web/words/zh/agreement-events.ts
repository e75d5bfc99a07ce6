/** Chinese titles of what happened with repayment plans, extensions and discounts. */
import { named } from "../named.ts";

export const agreementKinds: Readonly<Record<string, string>> = {
  repayment_plan: "还款计划",
  extension: "展期",
  discount: "提前付款优惠",
};

const EVENTS: Readonly<Record<string, string>> = {
  proposed: "提出，等待审批",
  approved: "获批准，等待签署",
  refused: "未获批准",
  withdrawn: "已撤回",
  issued: "协议文本已发出",
  signed: "已签署，开始履行",
  reminded: "临近付款日，安排提醒",
  missed: "一期未按时付款",
  defaulted: "已违约",
  accelerated: "加速到期，余额全部到期",
  renegotiated: "由新协议取代",
  fulfilled: "已履行完毕",
  reopened: "所付款项退回，恢复履行中",
  lapsed: "已失效",
};

export const agreementEvents = {
  title: (kind: string, event: string, number: string) =>
    `${named(agreementKinds, kind)} ${number}：${named(EVENTS, event)}`,
};
