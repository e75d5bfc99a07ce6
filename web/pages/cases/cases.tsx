/** Cases of late customers: by customer, by group, and why they are late. */
import { useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { PATHS } from "../../paths.ts";
import { CASE_VIEWS } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { CaseGroups } from "./case-groups.tsx";
import { CaseList } from "./case-list.tsx";
import { CaseReasons } from "./case-reasons.tsx";
import { useCasesView } from "./use-cases-view.ts";
import "./cases.css";

export function CasesPage() {
  const { cases } = useWords();
  const { view } = useCasesView();
  const navigate = useNavigate({ from: PATHS.cases });
  const { view: shown = "cases" } = view;
  const options = CASE_VIEWS.map((value) => ({ value, label: cases.views[value] }));
  return (
    <div className="page filled cases">
      <header className="page-head">
        <h1>{cases.title}</h1>
        <Segmented
          aria-label={cases.title}
          options={options}
          value={shown}
          onChange={(next) => void navigate({ search: next === "cases" ? {} : { view: next } })}
        />
      </header>
      {shown === "cases" && <CaseList />}
      {shown === "groups" && <CaseGroups />}
      {shown === "reasons" && <CaseReasons />}
    </div>
  );
}
