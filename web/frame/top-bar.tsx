/** The top bar: search, creditor, business day, language, person; above it, test mode in amber. */

import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { answerOf, api } from "../api.ts";
import { PATHS } from "../paths.ts";
import { useCreditor, useMe } from "../queries/session.ts";
import { Icon } from "../ui/icon.tsx";
import { useNarrow } from "../ui/narrow.ts";
import { useWords } from "../words.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Search } from "./search.tsx";

function CreditorSwitch() {
  const words = useWords();
  const { creditors } = useMe();
  const { code, name } = useCreditor();
  const navigate = useNavigate();
  const items = creditors.map((creditor) => ({ key: creditor.code, label: creditor.name }));
  const open = (key: string) => void navigate({ to: PATHS.today, params: { creditor: key } });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{ items, selectedKeys: [code], onClick: ({ key }) => open(key) }}
    >
      <button type="button" className="top-quiet" aria-label={`${words.frame.creditor}: ${name}`}>
        <span className="clip" style={{ maxWidth: 220 }}>
          {name}
        </span>
        <Icon name="down" size={12} />
      </button>
    </Dropdown>
  );
}

function Person() {
  const words = useWords();
  const { user } = useMe();
  const { code, roles } = useCreditor();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await answerOf(api.POST("/api/sign-out"));
    queries.clear();
    await navigate({ to: PATHS.signIn });
  };
  const who = `${user.email} · ${words.frame.listOf(roles.map((role) => words.terms.roles[role]))}`;
  const items = [
    { key: "who", label: who, disabled: true },
    { type: "divider" as const },
    { key: "account", label: words.frame.person },
    { key: "leave", label: words.frame.signOut },
  ];
  const chosen = (key: string) => {
    if (key === "leave") void leave();
    if (key === "account") void navigate({ to: PATHS.account, params: { creditor: code } });
  };
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => chosen(key) }}>
      <button
        type="button"
        className="top-quiet"
        aria-label={`${words.frame.person}: ${user.name}`}
      >
        <Icon name="person" />
        <span className="clip person-name">{user.name}</span>
      </button>
    </Dropdown>
  );
}

function TestMode() {
  const words = useWords();
  const narrow = useNarrow();
  const { code, testMode } = useCreditor();
  if (!testMode) return null;
  return (
    <div className="test-mode" role="status">
      <Icon name="warning" size={14} />
      {narrow ? words.frame.testModeShort : words.frame.testMode}
      <Link to={PATHS.settings} params={{ creditor: code }}>
        {words.frame.testModeMore}
      </Link>
    </div>
  );
}

type TopBarProps = { readonly onMenu: () => void; readonly onKeys: () => void };

export function TopBar({ onMenu, onKeys }: TopBarProps) {
  const words = useWords();
  const narrow = useNarrow();
  const { businessDay } = useCreditor();
  return (
    <header className="frame-top">
      <TestMode />
      <div className="top-bar">
        {narrow && (
          <button
            type="button"
            className="top-quiet"
            aria-label={words.frame.openNavigation}
            onClick={onMenu}
          >
            <Icon name="menu" size={18} />
          </button>
        )}
        <Search />
        <div className="top-right">
          {!narrow && <CreditorSwitch />}
          {!narrow && (
            <span className="top-day">
              {words.frame.businessDay("")}
              <b>{businessDay}</b>
            </span>
          )}
          {!narrow && (
            <button type="button" className="top-quiet" title={words.frame.keys} onClick={onKeys}>
              <Icon name="question" />
              <span className="seen-by-readers">{words.frame.keys}</span>
            </button>
          )}
          <LanguageSwitch />
          <Person />
        </div>
      </div>
    </header>
  );
}
