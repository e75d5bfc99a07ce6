/** The other language, one press away. */
import { Icon } from "../ui/icon.tsx";
import { useLanguage } from "../words.tsx";
import "./frame.css";

export function LanguageSwitch() {
  const { words, language, speak } = useLanguage();
  return (
    <button
      type="button"
      className="top-quiet"
      lang={language === "zh" ? "en" : "zh"}
      onClick={() => speak(language === "zh" ? "en" : "zh")}
    >
      <Icon name="language" />
      {words.frame.otherLanguage}
    </button>
  );
}
