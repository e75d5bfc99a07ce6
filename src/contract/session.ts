/** Signing in and out, who I am, and the first administrator. */
import { z } from "zod";
import { PERMISSIONS, ROLES } from "../domain/desk/permission.ts";
import { SCOPES } from "../domain/desk/scope.ts";
import { endpoint } from "./endpoint.ts";
import { Id, Language, WireDay, Words } from "./scalars.ts";

export const Email = z.string().trim().toLowerCase().max(200).pipe(z.email());
export const NewPassword = z.string().min(10).max(200);

export const Me = z
  .object({
    user: z.object({ id: Id, name: z.string(), email: z.string(), language: Language }),
    creditors: z.array(
      z.object({
        id: Id,
        code: z.string(),
        name: z.string(),
        /** Whose clocks its hours are told by. */
        timeZone: z.string(),
        homeCurrency: z.string(),
        businessDay: WireDay,
        testMode: z.boolean(),
        demo: z.boolean(),
        liveOn: WireDay.nullable(),
        roles: z.array(z.enum(ROLES)),
        /** Each role with whose customers it reaches; `scope` is the widest of these. */
        grants: z.array(z.object({ role: z.enum(ROLES), scope: z.enum(SCOPES) })),
        scope: z.enum(SCOPES),
        permissions: z.array(z.enum(PERMISSIONS)),
      }),
    ),
    /** Whether letters leave by SMTP, or are only laid into a folder. */
    mail: z.enum(["smtp", "folder"]),
    version: z.string(),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

export const signIn = endpoint({
  name: "signIn",
  method: "post",
  path: "/api/sign-in",
  summary: "Sign in; sets an http-only cookie",
  access: "public",
  body: z.object({ email: Email, password: z.string().min(1).max(200) }),
  /** With a second factor on, only that a code is wanted: `enterCode` is the next step. */
  answer: z.union([Me, z.object({ codeWanted: z.literal(true) })]),
});

export const signOut = endpoint({
  name: "signOut",
  method: "post",
  path: "/api/sign-out",
  summary: "Sign out; the session is revoked",
  access: "public",
  answer: z.null(),
  status: 204,
});

export const me = endpoint({
  name: "me",
  method: "get",
  path: "/api/me",
  summary: "The user, the creditors they may see, and what they may do there",
  access: "signed_in",
  answer: Me,
});

export const changeMe = endpoint({
  name: "changeMe",
  method: "patch",
  path: "/api/me",
  summary: "Change my own name or language",
  access: "signed_in",
  body: z.object({ name: Words(100).optional(), language: Language.optional() }),
  answer: Me,
});

export const changePassword = endpoint({
  name: "changePassword",
  method: "post",
  path: "/api/me/password",
  summary: "Change my own password; other sessions end",
  access: "signed_in",
  body: z.object({ current: z.string().max(200), next: NewPassword }),
  answer: z.null(),
  status: 204,
});

export const firstRun = endpoint({
  name: "firstRun",
  method: "get",
  path: "/api/first-run",
  summary: "Whether the first administrator is still to be made",
  access: "public",
  answer: z.object({ needed: z.boolean() }),
});

export const firstAdministrator = endpoint({
  name: "firstAdministrator",
  method: "post",
  path: "/api/first-administrator",
  summary: "Make the first administrator and the first creditor with the token that start printed",
  access: "public",
  body: z.object({
    token: Words(200),
    name: Words(100),
    email: Email,
    password: NewPassword,
    creditor: z.object({ name: Words(200), code: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/) }),
  }),
  answer: Me,
  status: 201,
});
