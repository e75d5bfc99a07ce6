/** The language in which a customer is written to when nobody said. */

/** Chinese for a name with a Chinese character in it, English for any other. */
export const languageOfName = (name: string): "zh" | "en" =>
  /\p{Script=Han}/u.test(name) ? "zh" : "en";
