/** How money comes in. */

/** A bill of exchange is a way to pay, and no money until it is cleared. */
export const PAYMENT_METHODS = ["bank", "wechat", "alipay", "cash", "cheque", "bill"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
