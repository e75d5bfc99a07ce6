/** Nominal types: a text that is an invoice's id is not a text that is a customer's. */
declare const brand: unique symbol;

export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
