/** Which database errors mean that the world failed, and the sentence each becomes. */
import { type Sentence, Unavailable } from "../domain/values/result.ts";

/** What the driver and Node tell us of an error; any part may be missing. */
type Told = {
  readonly name?: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly message?: string;
  readonly errors?: readonly Told[];
};

const NOBODY_LISTENS: Sentence = {
  zh: "那里没有数据库服务，请启动它或更正 DATABASE_URL",
  en: "nothing listens there; start the server or correct DATABASE_URL",
};
const CUT: Sentence = {
  zh: "连接已中断，请检查数据库服务",
  en: "the connection was cut; check the server",
};
const NO_ANSWER: Sentence = {
  zh: "没有应答，请检查网络、数据库服务和 DATABASE_URL",
  en: "no answer came; check the network, the server and DATABASE_URL",
};

/** Appendix A of PostgreSQL's manual, and Node's system errors. */
const REASONS: Readonly<Record<string, Sentence>> = {
  "28P01": {
    zh: "用户名或密码不对，请更正 DATABASE_URL",
    en: "the user or password is wrong; correct DATABASE_URL",
  },
  "28000": {
    zh: "服务器不允许该用户登录，请更正 DATABASE_URL 或 pg_hba.conf",
    en: "the server does not let this user in; correct DATABASE_URL or pg_hba.conf",
  },
  "3D000": {
    zh: "没有这个数据库，请创建它或更正 DATABASE_URL",
    en: "there is no such database; create it or correct DATABASE_URL",
  },
  "53300": {
    zh: "服务器的连接已用尽，请调大 max_connections 或停止其他程序",
    en: "the server has no connection left; raise max_connections or stop other programs",
  },
  "53100": { zh: "磁盘已满，请清理空间", en: "the disk is full; make room" },
  "57P01": { zh: "服务器正在关闭，请重新启动", en: "the server is shutting down; start it again" },
  "57P02": { zh: "服务器正在恢复，请稍后再试", en: "the server is recovering; try again soon" },
  "57P03": { zh: "服务器正在启动，请稍后再试", en: "the server is starting; try again soon" },
  ECONNREFUSED: NOBODY_LISTENS,
  ENOENT: NOBODY_LISTENS,
  ENOTFOUND: {
    zh: "没有这个主机名，请更正 DATABASE_URL",
    en: "there is no host of this name; correct DATABASE_URL",
  },
  EAI_AGAIN: {
    zh: "暂时查不到主机名，请检查网络",
    en: "the host's name can't be looked up now; check the network",
  },
  ETIMEDOUT: NO_ANSWER,
  EHOSTUNREACH: NO_ANSWER,
  ENETUNREACH: NO_ANSWER,
  ECONNRESET: CUT,
  EPIPE: CUT,
  EACCES: {
    zh: "没有权限使用该套接字，请更正 DATABASE_URL",
    en: "this user may not use that socket; correct DATABASE_URL",
  },
};

/** The same codes stand for ordinary files, which are none of our business here. */
const OF_FILES_TOO = new Set(["ENOENT", "EACCES"]);

/** The driver gives these no code. */
const LOST = /^(Connection terminated|timeout exceeded|Client has encountered|Postgres connection)/;

/** Why the database did not answer, or null when the error is of another kind. */
export function reasonOf(error: unknown): Sentence | null {
  const { name, code = "", syscall, message = "", errors } = (error ?? {}) as Told;
  const ofFile = OF_FILES_TOO.has(code) && syscall !== "connect";
  if (Object.hasOwn(REASONS, code) && !ofFile) return REASONS[code] ?? null;
  if (/^08\w{3}$/.test(code)) return NO_ANSWER;
  if (name === "Error" && LOST.test(message)) return CUT;
  for (const inner of errors ?? []) {
    const reason = reasonOf(inner);
    if (reason !== null) return reason;
  }
  return null;
}

const DATABASE: Sentence = { zh: "数据库", en: "The database" };

/** The error as `Unavailable` when the world failed, otherwise the error itself. */
export function asUnavailable(error: unknown, place = DATABASE): unknown {
  if (error instanceof Unavailable) return error;
  const reason = reasonOf(error);
  if (reason === null) return error;
  const sentence = {
    zh: `${place.zh}连接不上：${reason.zh}。`,
    en: `${place.en} does not answer: ${reason.en}.`,
  };
  return new Unavailable(sentence, { cause: error });
}
