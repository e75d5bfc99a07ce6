/** What is refused about promises and holds of groups, with its status. */

export const PROMISE_REFUSAL_STATUS = {
  group_not_found: 404,
  group_out_of_reach: 403,
} as const;
