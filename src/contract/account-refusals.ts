/** Refusals of signing in with a second step, and of my own account, with their status. */

export const ACCOUNT_REFUSAL_STATUS = {
  user_is_disabled: 403,
  wrong_code: 401,
  code_too_late: 401,
  second_factor_is_on: 409,
  second_factor_is_off: 409,
  sso_unavailable: 503,
  session_not_found: 404,
  reset_link_invalid: 409,
} as const;
