/** English sentences for what signing in with a second step, and my account, refuse. */
import type { Sentences } from "../facts.ts";

export const accountRefusals = {
  user_is_disabled: () => "This account is disabled; ask your administrator",
  wrong_code: () => "That code is wrong; take the newest one on your telephone",
  code_too_late: () => "This sign-in has run out; enter your password again",
  second_factor_is_on: () => "The second factor is on already",
  second_factor_is_off: () => "The second factor is off",
  sso_unavailable: () => "Your company's sign-in can't be reached; try later or use your password",
  session_not_found: () => "That session has ended already",
  reset_link_invalid: () => "The link has run out or was used; ask for a new one",
} satisfies Sentences;
