/** The first user of an empty installation, and the first creditor with them. */
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockUsers } from "../store/people.ts";
import { defineSharedAction } from "./action.ts";
import {
  type CreateCreditorRefusal,
  type CreditorOffer,
  createCreditor,
} from "./create-creditor.ts";
import { type CreateUserRefusal, createUser } from "./create-user.ts";

type Offer = {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly creditor: CreditorOffer;
};

type Refusal =
  | CreateUserRefusal
  | CreateCreditorRefusal
  | { readonly code: "first_administrator_exists" };

/**
 * Refused as soon as anybody can sign in. In a small company one person starts alone, so the first
 * administrator may also work as credit manager; later users get their roles one by one.
 */
export const createFirstAdministrator = defineSharedAction<
  Offer,
  { readonly id: UserId; readonly creditor: CreditorId },
  Refusal
>({
  name: "create_first_administrator",
  permission: "people:manage",
  audited: ({ name, email, creditor }) => ({ name, email, creditor: creditor.code }),
  async run(context, { creditor: offer, ...person }) {
    if ((await lockUsers(context.tx)) > 0) return refuse({ code: "first_administrator_exists" });

    const creditor = await createCreditor.run(context, offer);
    if (!creditor.ok) return creditor;
    const user = await createUser.run(context, {
      ...person,
      language: "zh",
      creditor: null,
      roles: ["administrator", "credit_manager"],
    });
    return user.ok ? ok({ id: user.value.id, creditor: creditor.value.id }) : user;
  },
});
