/** Chinese words of the first run: three doors and a check-list. */
export const start = {
  title: "开始使用",
  lead: "三条路，随时可以换。",
  demo: "看看演示公司",
  demoText: "一家虚构的制造企业，四十个客户，九个月的往来。随便点，不会寄出任何东西。",
  demoAct: "打开演示公司",
  demoMissing: "还没有演示公司。在服务器上运行：",
  excel: "导入自己的 Excel",
  excelText: "应收明细、客户、联系人、收款，XLSX 或 CSV。先看清会建立什么，再入库。",
  excelAct: "去导入",
  mail: "连接邮件",
  mailText: "不设邮件也能用：信函写入文件夹，可以先看样子。要真正寄出，启动前设置：",
  mailNow: (mode: string): string => (mode === "smtp" ? "已连接 SMTP" : "现在：写入文件夹"),
  steps: "直到第一封信寄出",
  checks: {
    import: "导入应收明细",
    entry: "选择已逾期单据如何进入催收",
    plan: "看当日计划，放行第一批",
    mail: "连接邮件，关闭测试模式",
  },
};
