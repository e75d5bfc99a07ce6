/** My account, and what the sign-in page offers beside the password. */
import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";

export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: () => answerOf(api.GET("/api/me/account")),
});

export const signInWaysQuery = queryOptions({
  queryKey: ["sign-in-ways"],
  queryFn: () => answerOf(api.GET("/api/sign-in/ways")),
  retry: false,
});
