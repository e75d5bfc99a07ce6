/** Which language the page speaks: Chinese first, the choice remembered in this browser. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { en } from "./words/en.ts";
import { type Words, zh } from "./words/zh.ts";

export type Language = "zh" | "en";

const REMEMBERED = "huikuan.language";
const DICTIONARIES: Record<Language, Words> = { zh, en };

type Speaking = {
  readonly language: Language;
  readonly words: Words;
  readonly speak: (language: Language) => void;
};

const Spoken = createContext<Speaking | null>(null);

function firstLanguage(): Language {
  return localStorage.getItem(REMEMBERED) === "en" ? "en" : "zh";
}

function announce(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = DICTIONARIES[language].frame.product;
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => {
    const first = firstLanguage();
    announce(first);
    return first;
  });
  const speaking = useMemo(
    () => ({
      language,
      words: DICTIONARIES[language],
      speak(next: Language) {
        localStorage.setItem(REMEMBERED, next);
        announce(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Spoken value={speaking}>{children}</Spoken>;
}

export function useLanguage(): Speaking {
  const speaking = useContext(Spoken);
  if (speaking === null) throw new Error("a page is shown inside the LanguageProvider");
  return speaking;
}

export const useWords = (): Words => useLanguage().words;
