/** The head of a letter and its account, as they will be printed, while one types. */
import { Segmented } from "antd";
import { useState } from "react";
import { printed } from "../../words/printed.ts";
import { type Language, useLanguage } from "../../words.tsx";
import type { Letterhead } from "./letterhead-draft.ts";
import { printedHead } from "./printed-head.ts";

function Sheet({ of, language }: { readonly of: Letterhead; readonly language: Language }) {
  const { name, lines, account } = printedHead(of, language);
  const words = printed[language];
  return (
    <div className="sheet" lang={language === "zh" ? "zh-CN" : "en"}>
      <p className={name === "" ? "sheet-name blank" : "sheet-name"}>{name || words.name}</p>
      {lines.map((line) => (
        <p key={line} className="sheet-line">
          {line}
        </p>
      ))}
      <hr />
      <div className="sheet-account">
        <p className="sheet-title">{words.account}</p>
        <dl>
          {account.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="number">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

export function LetterheadPreview({ of }: { readonly of: Letterhead }) {
  const { words, language: spoken } = useLanguage();
  const [language, setLanguage] = useState(spoken);
  const options = (["zh", "en"] as const).map((value) => ({
    value,
    label: printed[value].language,
  }));
  return (
    <section className="sheet-ground" aria-label={words.settings.preview}>
      <div className="spread">
        <span className="quiet small">{words.settings.preview}</span>
        <Segmented
          size="small"
          aria-label={words.settings.previewLanguage}
          options={options}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <Sheet of={of} language={language} />
    </section>
  );
}
