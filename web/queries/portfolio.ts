/** Whose customers are whose: lists, hand-over, owners, groups, and the verbs on them. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

const WINDOW = 200;

const at = (creditor: string) => ({ params: { path: { creditor } } });

/** The customers of one owner; undefined: of nobody. */
export const portfolioQuery = (creditor: string, owner: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [creditor, "portfolio", owner ?? ""],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/creditors/{creditor}/portfolio", {
          params: {
            path: { creditor },
            query: {
              ...(owner === undefined ? {} : { owner }),
              ...{ offset: pageParam, size: WINDOW },
            },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _, last) => (last + WINDOW < total ? last + WINDOW : null),
  });

export type HandingOver = {
  readonly from: string;
  readonly to: string;
  /** Null: all of them. */
  readonly customers: string[] | null;
};

/** What the hand-over would move; a refusal is the one it would meet itself. */
export const handOverPreviewQuery = (creditor: string, asked: HandingOver) =>
  queryOptions({
    queryKey: [creditor, "hand-over", asked],
    queryFn: () =>
      answerOf(
        api.POST("/api/creditors/{creditor}/hand-over/preview", { ...at(creditor), body: asked }),
      ),
    enabled: asked.from !== "" && asked.to !== "",
    retry: false,
    gcTime: 0,
  });

export function useHandOver(after: () => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: HandingOver & { readonly reason: string }) =>
      answerOf(api.POST("/api/creditors/{creditor}/hand-over", { ...at(creditor), body })),
    done: ({ customers, tasks }) => words.handedOver(customers, tasks),
    after,
    shownInForm: true,
  });
}

export type Assigning = {
  readonly as: "owner" | "sales";
  readonly customers: string[];
  /** Null: nobody any more. */
  readonly to: string | null;
  readonly reason: string;
};

export function useAssign(after: () => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ as, ...body }: Assigning): Promise<{ readonly changed: number }> =>
      as === "owner"
        ? answerOf(api.POST("/api/creditors/{creditor}/owners", { ...at(creditor), body }))
        : answerOf(api.POST("/api/creditors/{creditor}/sales", { ...at(creditor), body })),
    done: ({ changed }) => words.assigned(changed),
    after,
    shownInForm: true,
  });
}

export const salespeopleQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "salespeople"],
    queryFn: () => answerOf(api.GET("/api/creditors/{creditor}/salespeople", at(creditor))),
  });

export type BySalesperson = {
  readonly as: "owner" | "sales";
  readonly pairs: { readonly name: string; readonly user: string }[];
  readonly reason: string;
};

export function useAssignBySalesperson(after: () => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: BySalesperson) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/owners/by-salesperson", { ...at(creditor), body }),
      ),
    done: ({ changed }) => words.assigned(changed),
    after,
    shownInForm: true,
  });
}

const askShares = (creditor: string, team: string, reason: string, preview: boolean) =>
  answerOf(
    api.POST("/api/creditors/{creditor}/owners/share-out", {
      ...at(creditor),
      body: { team, reason, preview },
    }),
  );

export const sharesQuery = (creditor: string, team: string) =>
  queryOptions({
    queryKey: [creditor, "share-out", team],
    queryFn: () => askShares(creditor, team, "preview", true),
    enabled: team !== "",
    retry: false,
    gcTime: 0,
  });

export function useShareOut(after: () => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ team, reason }: { readonly team: string; readonly reason: string }) =>
      askShares(creditor, team, reason, false),
    done: ({ customers }) => words.assigned(customers),
    after,
    shownInForm: true,
  });
}
