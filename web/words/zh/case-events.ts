/** Chinese for what happens to a case, as the timeline tells it. */
export const caseEvents = {
  opened: "出现逾期，建立催收案件",
  closed: "逾期全部结清，案件结案",
  stage: (stage: string) => `案件转入${stage}`,
  reason: (reason: string) => `逾期原因：${reason}`,
  snoozed: (day: string) => `推迟到 ${day} 再处理`,
  woken: (why: string) => `案件重新进入清单：${why}`,
  wokenBy: {
    by_hand: "撤销了推迟",
    day_came: "推迟的日期已到",
    promise_broken: "付款承诺失信",
    money_came_in: "有新的到账",
  },
  callBack: (when: string) => `约定 ${when} 回拨`,
  callBackCancelled: "取消回拨",
};
