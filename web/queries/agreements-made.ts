/** Repayment plans, extensions and discounts: lists, one of them, what an offer comes to. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import type { paths } from "../api-types.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

type BodyOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody?: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

const OF_CUSTOMER = "/api/creditors/{creditor}/customers/{customer}";
export type PlanBody = BodyOf<`${typeof OF_CUSTOMER}/repayment-plans`>;
export type ExtensionBody = BodyOf<`${typeof OF_CUSTOMER}/extensions`>;
export type DiscountBody = BodyOf<`${typeof OF_CUSTOMER}/discounts`>;

/** What is offered: the kind says which body it is. */
export type Offer =
  | { readonly kind: "repayment_plan"; readonly body: PlanBody }
  | { readonly kind: "extension"; readonly body: ExtensionBody }
  | { readonly kind: "discount"; readonly body: DiscountBody };
export type OfferKind = Offer["kind"];

export type AgreementsView = {
  readonly kind?: OfferKind;
  readonly customer?: string;
  readonly live?: "true";
  readonly late?: "true";
  readonly search?: string;
};

const WINDOW = 200;

const list = (creditor: string, view: AgreementsView, offset: number) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/agreements", {
      params: { path: { creditor }, query: { ...view, offset, size: WINDOW } },
    }),
  );
export type AgreementsAnswer = Awaited<ReturnType<typeof list>>;
export type AgreementRow = AgreementsAnswer["rows"][number];

export const agreementsQuery = (creditor: string, view: AgreementsView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "agreements", view],
    queryFn: ({ pageParam }) => list(creditor, view, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const had = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return had < total ? had : undefined;
    },
    placeholderData: keepPreviousData,
  });

const one = (creditor: string, agreement: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/agreements/{agreement}", {
      params: { path: { creditor, agreement } },
    }),
  );
export type AgreementAnswer = Awaited<ReturnType<typeof one>>;

export const agreementQuery = (creditor: string, agreement: string) =>
  queryOptions({
    queryKey: [creditor, "agreement", agreement],
    queryFn: () => one(creditor, agreement),
  });

const terms = (creditor: string, customer: string, replaces: string | undefined) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/customers/{customer}/agreement-terms", {
      params: {
        path: { creditor, customer },
        query: replaces === undefined ? {} : { replaces },
      },
    }),
  );
export type Terms = Awaited<ReturnType<typeof terms>>;
export type TermsItem = Terms["items"][number];

export const termsQuery = (creditor: string, customer: string, replaces?: string) =>
  queryOptions({
    queryKey: [creditor, "agreement-terms", customer, replaces ?? ""],
    queryFn: () => terms(creditor, customer, replaces),
  });

const preview = (creditor: string, customer: string, offer: Offer) => {
  const params = { path: { creditor, customer } };
  const root = "/api/creditors/{creditor}/customers/{customer}";
  switch (offer.kind) {
    case "repayment_plan":
      return answerOf(
        api.POST(`${root}/repayment-plans/preview` as const, { params, body: offer.body }),
      );
    case "extension":
      return answerOf(
        api.POST(`${root}/extensions/preview` as const, { params, body: offer.body }),
      );
    case "discount":
      return answerOf(api.POST(`${root}/discounts/preview` as const, { params, body: offer.body }));
  }
};
export type Draft = Awaited<ReturnType<typeof preview>>;

/** Reckoned anew with every change of the offer; nothing is stored. */
export const previewQuery = (creditor: string, customer: string, offer: Offer | null) =>
  queryOptions({
    queryKey: [creditor, "agreement-preview", customer, offer],
    queryFn: () => {
      if (offer === null) throw new Error("there is nothing to reckon yet");
      return preview(creditor, customer, offer);
    },
    enabled: offer !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

export function usePropose(customer: string, after: (id: string) => void) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  const params = { path: { creditor, customer } };
  const root = "/api/creditors/{creditor}/customers/{customer}";
  return useAct({
    run: (offer: Offer) => {
      switch (offer.kind) {
        case "repayment_plan":
          return answerOf(
            api.POST(`${root}/repayment-plans` as const, { params, body: offer.body }),
          );
        case "extension":
          return answerOf(api.POST(`${root}/extensions` as const, { params, body: offer.body }));
        case "discount":
          return answerOf(api.POST(`${root}/discounts` as const, { params, body: offer.body }));
      }
    },
    done: ({ number }) => agreed.submitted(number),
    after: ({ id }) => after(id),
    shownInForm: true,
  });
}

export function useIssue(agreement: string, after: () => void) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: { language: "zh" | "en"; reservePenalty: boolean; concedes: boolean }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/agreements/{agreement}/issue", {
          params: { path: { creditor, agreement } },
          body,
        }),
      ),
    done: () => agreed.issued,
    after,
    shownInForm: true,
  });
}

export type Signature = {
  readonly signedBy: string;
  readonly position: string;
  readonly signedOn: string;
  readonly scan: File | null;
};

export function useSign(agreement: string, after: () => void) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ scan, ...signature }: Signature) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(signature)) form.set(name, value);
      if (scan !== null) form.set("scan", scan);
      return answerOf(
        api.POST("/api/creditors/{creditor}/agreements/{agreement}/sign", {
          params: { path: { creditor, agreement } },
          body: form as never,
          bodySerializer: (body) => body as unknown as FormData,
        }),
      );
    },
    done: () => agreed.signed,
    after,
    shownInForm: true,
  });
}

export function useEndAgreement(
  verb: "withdraw" | "accelerate",
  agreement: string,
  after: () => void,
) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  const params = { path: { creditor, agreement } };
  const path = "/api/creditors/{creditor}/agreements/{agreement}";
  return useAct({
    run: (reason: string) =>
      verb === "withdraw"
        ? answerOf(api.POST(`${path}/withdraw` as const, { params, body: { reason } }))
        : answerOf(api.POST(`${path}/accelerate` as const, { params, body: { reason } })),
    done: () => (verb === "withdraw" ? agreed.agreementWithdrawn : agreed.accelerated),
    after,
    shownInForm: true,
  });
}
