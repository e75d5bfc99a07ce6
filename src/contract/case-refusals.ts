/** HTTP statuses of what is refused about cases and the worklist. */
export const CASE_REFUSAL_STATUS = {
  case_not_open: 409,
  case_not_snoozed: 409,
  snooze_has_passed: 422,
  snooze_too_long: 422,
  call_back_has_passed: 422,
  call_back_too_far_ahead: 422,
  no_call_back: 409,
  step_is_stale: 409,
  group_not_found: 404,
} as const;
