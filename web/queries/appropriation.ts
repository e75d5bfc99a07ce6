/** Which claims an amount settles by law, and late interest under both orders. */
import { queryOptions } from "@tanstack/react-query";
import type { WireMoney } from "../../src/contract/scalars.ts";
import { answerOf, api } from "../api.ts";

export const appropriationQuery = (creditor: string, customer: string, money: WireMoney) =>
  queryOptions({
    queryKey: [creditor, "appropriation", customer, money],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/appropriation", {
          params: { path: { creditor, customer }, query: money },
        }),
      ),
  });
