/** Refusals about people, teams, substitutes and whose customers are whose, with their status. */

export const TEAM_REFUSAL_STATUS = {
  // people and roles
  person_not_found: 404,
  person_is_oneself: 409,
  person_is_disabled: 409,
  person_is_not_disabled: 409,
  role_not_held: 409,
  last_administrator: 409,
  not_administrator_everywhere: 403,
  // teams and substitutes
  colleague_not_found: 404,
  colleague_out_of_reach: 403,
  team_not_found: 404,
  team_name_taken: 409,
  team_has_no_member: 409,
  substitute_is_absent: 422,
  substitute_period_empty: 422,
  substitute_period_passed: 422,
  substitute_too_long: 422,
  substitute_circle: 409,
  substitution_not_found: 404,
  substitution_has_ended: 409,
  // whose customers
  hand_over_to_oneself: 422,
  nothing_to_hand_over: 409,
  nothing_to_share_out: 409,
  customer_of_other_owner: 409,
  group_not_found: 404,
  group_name_taken: 409,
} as const;
