/** Chinese words of promises to pay and holds: how taken, how ended, how reliable. */
const percent = (perMille: number): string => `${perMille / 10}%`;

export const promiseDesk = {
  channel: "承诺方式",
  channels: {
    call: "电话",
    visit: "上门",
    mail: "邮件",
    message: "消息",
    meeting: "会议",
    portal: "客户门户",
  },
  someoneElse: "其他人（填写姓名）",
  whoElse: "承诺人姓名",
  note: "备注",
  nothingFree: "未清金额都在争议、还款计划或已有承诺之下，没有可承诺的部分",
  overrule: "仍然接受的理由",
  overruleHint: "失信次数已超过政策上限。主管及以上可以写明理由后接受",
  came: (amount: string) => `已到账 ${amount}`,
  level: (count: number) => `失信 ${count} 次`,
  overruled: (reason: string) => `破例接受：${reason}`,
  renegotiated: "由重新协商而来",
  replaced: "已改为新的承诺",
  endReasons: {
    nothing_left_to_pay: "单据已无余额可付",
    asked_for_elsewhere: "该部分已进入争议或还款计划",
    money_taken_back: "到账的款项被退回或撤销",
  },
  reliable: (perMille: number, kept: number, judged: number) =>
    `近 12 个月兑现率 ${percent(perMille)}（${judged} 次中兑现 ${kept} 次）`,
  tooFew: (judged: number) =>
    judged === 0 ? "近 12 个月没有判定过的承诺" : `近 12 个月只判定过 ${judged} 次承诺，不计兑现率`,
  byAmount: (currency: string, perMille: number) => `按金额 ${currency} ${percent(perMille)}`,
  ofGroup: (group: string) => `集团 ${group}`,
};
