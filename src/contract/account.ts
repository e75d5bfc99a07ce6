/** My account: the second factor, my sessions; a password set anew by a mailed link. */
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, WireInstant } from "./scalars.ts";
import { Email, Me, NewPassword } from "./session.ts";

const Code = z.string().trim().min(6).max(40);
const Password = z.string().min(1).max(200);

export const AccountSession = z
  .object({
    id: Id,
    address: z.string().nullable(),
    /** What the browser says of itself. */
    device: z.string().nullable(),
    openedAt: WireInstant,
    usedAt: WireInstant,
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({ id: "AccountSession" });
export type AccountSession = z.infer<typeof AccountSession>;

export const account = endpoint({
  name: "account",
  method: "get",
  path: "/api/me/account",
  summary: "Whether my second factor is on, and where I am signed in",
  access: "signed_in",
  answer: z.object({ secondFactor: z.boolean(), sessions: z.array(AccountSession) }),
});

export const enterCode = endpoint({
  name: "enterCode",
  method: "post",
  path: "/api/sign-in/code",
  summary: "The second step of signing in: a code of the telephone, or a backup code",
  access: "public",
  body: z.object({ code: Code }),
  answer: Me,
});

export const beginSecondFactor = endpoint({
  name: "beginSecondFactor",
  method: "post",
  path: "/api/me/second-factor",
  summary: "Begin to set up a second factor; it counts from the first right code on",
  access: "signed_in",
  body: z.object({ password: Password }),
  answer: z.object({
    /** `otpauth://…`, to be scanned by the telephone. */
    uri: z.string(),
    backupCodes: z.array(z.string()),
  }),
});

export const confirmSecondFactor = endpoint({
  name: "confirmSecondFactor",
  method: "post",
  path: "/api/me/second-factor/confirm",
  summary: "The first right code turns the second factor on",
  access: "signed_in",
  body: z.object({ code: Code }),
  answer: z.null(),
  status: 204,
});

export const endSecondFactor = endpoint({
  name: "endSecondFactor",
  method: "post",
  path: "/api/me/second-factor/end",
  summary: "Turn my second factor off, with my password",
  access: "signed_in",
  body: z.object({ password: Password }),
  answer: z.null(),
  status: 204,
});

export const endSession = endpoint({
  name: "endSession",
  method: "post",
  path: "/api/me/sessions/{session}/end",
  summary: "End one of my sessions",
  access: "signed_in",
  answer: z.null(),
  status: 204,
});

export const endOtherSessions = endpoint({
  name: "endOtherSessions",
  method: "post",
  path: "/api/me/sessions/end-others",
  summary: "End all my sessions but this one",
  access: "signed_in",
  answer: z.null(),
  status: 204,
});

export const askPasswordReset = endpoint({
  name: "askPasswordReset",
  method: "post",
  path: "/api/password-reset",
  summary: "Have a link mailed that sets a password anew; answers alike for any address",
  access: "public",
  body: z.object({ email: Email }),
  answer: z.null(),
  status: 204,
});

export const setPasswordByLink = endpoint({
  name: "setPasswordByLink",
  method: "post",
  path: "/api/password-reset/confirm",
  summary: "Set a password anew by the mailed link; all sessions end",
  access: "public",
  body: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/), password: NewPassword }),
  answer: z.null(),
  status: 204,
});

export const signInWays = endpoint({
  name: "signInWays",
  method: "get",
  path: "/api/sign-in/ways",
  summary: "What the sign-in page offers beside the password",
  access: "public",
  answer: z.object({
    /** What the company's own door is called; null: there is none. */
    singleSignOn: z.string().nullable(),
    resetByMail: z.boolean(),
  }),
});

export const beginSingleSignOn = endpoint({
  name: "beginSingleSignOn",
  method: "post",
  path: "/api/sign-in/single",
  summary: "Go to the company's identity provider",
  access: "public",
  answer: z.object({ url: z.string() }),
});

export const removeSecondFactor = endpoint({
  name: "removeSecondFactor",
  method: "post",
  path: "/api/creditors/{creditor}/people/{person}/second-factor/remove",
  summary: "Take away the second factor of a person who lost it; their sessions end",
  access: "people:manage",
  answer: z.object({ id: Id }),
});
