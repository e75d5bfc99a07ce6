/** What the reader of a terminal is told when a command ends badly. */
import { Unavailable } from "../domain/values/result.ts";
import { type Command, Stop, type Words } from "./command.ts";

export type Failure = {
  readonly words: Words;
  readonly exitCode: number;
  readonly stack: string | undefined;
};

const NOT_INSTALLED: Words = {
  zh: "依赖库尚未安装，请先在此目录运行 npm install。",
  en: "The libraries are not installed yet: run npm install in this folder first.",
};

/** `sysexits.h`: EX_SOFTWARE, a bug of ours. */
const BUG = 70;

/**
 * An expected end keeps its own sentence; a wrong option names the command's help; the world's
 * failures (`Unavailable`) bring theirs. Anything else is a bug and says so.
 */
export function describeFailure(error: unknown, command: Command | null): Failure {
  const stack = error instanceof Error ? error.stack : undefined;
  if (error instanceof Stop) return { words: error.words, exitCode: error.exitCode, stack };
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (code.startsWith("ERR_PARSE_ARGS")) {
    return { words: wrongOption(code, message, command), exitCode: 2, stack };
  }
  if (error instanceof Unavailable) {
    return { words: error.sentence, exitCode: 1, stack };
  }
  if (code === "ERR_MODULE_NOT_FOUND" && message.includes("Cannot find package")) {
    return { words: NOT_INSTALLED, exitCode: 1, stack };
  }
  const file = fileTrouble(code, error);
  if (file !== null) return { words: file, exitCode: 1, stack };
  return { words: bug(message), exitCode: BUG, stack };
}

function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "";
}

function wrongOption(code: string, message: string, command: Command | null): Words {
  const help = `huikuan ${command?.name ?? ""} --help`.replace("  ", " ");
  const named = /'(-[^']*|[^']+)'/.exec(message)?.[1]?.split(/[ ,=]/)[0] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    return {
      zh: `没有选项 ${named}；用法见 ${help}。`,
      en: `There is no option ${named}; see ${help}.`,
    };
  }
  if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") {
    return {
      zh: `多余的参数“${named}”；用法见 ${help}。`,
      en: `"${named}" is one word too many; see ${help}.`,
    };
  }
  return {
    zh: `选项 ${named} 的值不对；用法见 ${help}。`,
    en: `The option ${named} has a wrong value; see ${help}.`,
  };
}

const FILE_TROUBLES: Readonly<Record<string, (path: string) => Words>> = {
  ENOENT: (path) => ({ zh: `找不到文件 ${path}。`, en: `There is no file ${path}.` }),
  EISDIR: (path) => ({
    zh: `${path} 是文件夹，不是文件。`,
    en: `${path} is a folder, not a file.`,
  }),
  EACCES: (path) => ({ zh: `没有权限访问 ${path}。`, en: `There is no permission for ${path}.` }),
  EPERM: (path) => ({ zh: `没有权限访问 ${path}。`, en: `There is no permission for ${path}.` }),
  EROFS: (path) => ({ zh: `${path} 所在的磁盘只读。`, en: `${path} is on a read-only disk.` }),
  ENOSPC: (path) => ({ zh: `磁盘已满，无法写入 ${path}。`, en: `The disk is full: ${path}.` }),
};

function fileTrouble(code: string, error: unknown): Words | null {
  const tell = Object.hasOwn(FILE_TROUBLES, code) ? FILE_TROUBLES[code] : undefined;
  if (tell === undefined) return null;
  const path =
    typeof error === "object" && error !== null && "path" in error ? error.path : undefined;
  return typeof path === "string" ? tell(path) : null;
}

function bug(message: string): Words {
  return {
    zh: `程序出错：${message}（设置 HUIKUAN_DEBUG=1 可查看出错位置）`,
    en: `This is a bug of Huikuan: ${message} (HUIKUAN_DEBUG=1 shows where)`,
  };
}
