/** Which language the page speaks: Chinese first, the choice remembered in this browser. */
import type { Locale } from "antd/es/locale";
import zhCN from "antd/locale/zh_CN";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { type Words, zh } from "./words/zh.ts";

export type Language = "zh" | "en";

const REMEMBERED = "huikuan.language";

/** A language with its words, and antd's own. */
export type Speech = {
  readonly language: Language;
  readonly words: Words;
  readonly locale: Locale;
};

type Speaking = Speech & { readonly speak: (language: Language) => void };

const CHINESE: Speech = { language: "zh", words: zh, locale: zhCN };
const Spoken = createContext<Speaking | null>(null);

async function speechIn(language: Language): Promise<Speech> {
  if (language === "zh") return CHINESE;
  const { en, locale } = await import("./english.ts");
  return { language, words: en, locale };
}

function announce({ language, words }: Speech): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = words.frame.product;
}

/** What was spoken last in this browser; Chinese at first. */
export async function rememberedSpeech(): Promise<Speech> {
  const language = localStorage.getItem(REMEMBERED) === "en" ? "en" : "zh";
  const speech = await speechIn(language);
  announce(speech);
  return speech;
}

type ProviderProps = { readonly first: Speech; readonly children: ReactNode };

export function LanguageProvider({ first, children }: ProviderProps) {
  const [speech, setSpeech] = useState(first);
  const speaking = useMemo(
    () => ({
      ...speech,
      speak(language: Language) {
        localStorage.setItem(REMEMBERED, language);
        void speechIn(language).then((next) => {
          announce(next);
          setSpeech(next);
        });
      },
    }),
    [speech],
  );
  return <Spoken value={speaking}>{children}</Spoken>;
}

export function useLanguage(): Speaking {
  const speaking = useContext(Spoken);
  if (speaking === null) throw new Error("a page is shown inside the LanguageProvider");
  return speaking;
}

export const useWords = (): Words => useLanguage().words;
