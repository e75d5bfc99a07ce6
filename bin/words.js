/** The launcher's sentences, Chinese where the terminal's locale is, otherwise English. */
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const CHINESE = (LC_ALL || LC_MESSAGES || LANG || "").toLowerCase().startsWith("zh");

const tell = (zh, en) => (CHINESE ? zh : en);
const here = process.versions.node;

export const words = {
  nodeMissing: (floor) =>
    tell(
      `回款需要 Node ${floor} 或更新版本，当前为 ${here},npx 也未能取得新版本。请联网后重试，或从 https://nodejs.org/ 安装。`,
      `Huikuan needs Node ${floor} or newer; this is ${here}, and npx could not fetch a newer one. ` +
        "Connect to the network once, or install it from https://nodejs.org/.",
    ),
  goingOn: (floor) =>
    tell(
      `Node ${here} 版本过低，改用 Node ${floor} 继续。`,
      `Node ${here} is too old: going on under Node ${floor}.`,
    ),
  notStarted: (what, why) =>
    tell(`无法启动 ${what}：${why}`, `${what} could not be started: ${why}`),
  installing: () =>
    tell("正在安装依赖库，约需一分钟……", "Installing the libraries, about a minute …"),
  updating: () => tell("正在更新依赖库……", "Bringing the libraries up to date …"),
  notInstalled: () =>
    tell(
      "依赖库安装失败，原因见上方 npm 的输出。请检查网络是否可用。",
      "The libraries could not be installed; npm says why above. Is the network reachable?",
    ),
  building: () => tell("正在构建网页……", "Building the web application …"),
  notBuilt: () =>
    tell(
      "网页构建失败，原因见上方 vite 的输出。",
      "The web application could not be built; vite says why above.",
    ),
  readOnly: (folder) =>
    tell(
      `需要先安装或构建，但当前用户无法写入 ${folder}。请由该目录的所有者先运行一次 npm start，或将目录复制到自己可写的位置。`,
      `Something is to be installed or built first, but this user can't write to ${folder}. Run ` +
        "npm start once as the folder's owner, or copy the folder to a place of your own.",
    ),
  whichScript: () =>
    tell(
      "请指明要运行的脚本：node bin/run.js scripts/NAME.ts",
      "Say which script to run: node bin/run.js scripts/NAME.ts",
    ),
};
