/** Mails to the people of the house, in plain text: the link that sets a password anew. */
import MailComposer from "nodemailer/lib/mail-composer";
import { RESET_LINK_MINUTES } from "../domain/desk/sign-in.ts";
import type { Instant } from "../domain/values/calendar.ts";
import { type MailAddress, parseMailbox } from "./mail.ts";

export type ResetMail = {
  readonly id: string;
  /** `应收账款 <ar@example.com>`; null: mails only go into a folder. */
  readonly from: string | null;
  readonly to: MailAddress;
  readonly language: "zh" | "en";
  readonly link: string;
  readonly composedAt: Instant;
};

const WORDS = {
  zh: {
    subject: "重设密码",
    text: (name: string, link: string) => `${name}，您好：

有人（很可能是您本人）请求重设您在“回款”系统的登录密码。
请在 ${RESET_LINK_MINUTES} 分钟内打开下面的链接设置新密码，链接只能使用一次：

${link}

设置完成后，您在各处的登录都会退出，请用新密码重新登录。
如果不是您本人操作，请忽略本邮件，原密码仍然有效；如多次收到，请告知系统管理员。
`,
  },
  en: {
    subject: "Set a new password",
    text: (name: string, link: string) => `Hello ${name},

Somebody, most likely you, asked to set a new password for your account in Huikuan.
Open this link within ${RESET_LINK_MINUTES} minutes; it works once:

${link}

Afterwards you are signed out everywhere and sign in with the new password.
If it was not you, ignore this mail: your password still holds.
Tell your administrator if it happens again.
`,
  },
} as const;

/** The whole mail as bytes. */
export async function composeResetMail(mail: ResetMail): Promise<Uint8Array> {
  const { subject, text } = WORDS[mail.language];
  const from = parseMailbox(mail.from ?? "", "Huikuan 回款");
  const composer = new MailComposer({
    messageId: `<${mail.id}@${from.address.split("@").at(-1) ?? "localhost"}>`,
    date: new Date(mail.composedAt),
    from: { name: from.name ?? "", address: from.address },
    to: { name: mail.to.name ?? "", address: mail.to.address },
    subject,
    text: text(mail.to.name ?? "", mail.link).replaceAll("\n", "\r\n"),
    textEncoding: "B",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { "Auto-Submitted": "auto-generated" },
  });
  return new Uint8Array(await composer.compile().build());
}
