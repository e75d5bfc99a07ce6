/** Everything English, in one piece that only readers of English load. */
import locale from "antd/locale/en_US";
import { en } from "./words/en.ts";

export { en, locale };
