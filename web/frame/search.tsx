/** The search over everything: customers, documents and letters of the creditor on the page. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Input, type InputRef } from "antd";
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from "react";
import { answerOf, api } from "../api.ts";
import { PATHS } from "../paths.ts";
import { useCreditor } from "../queries/session.ts";
import { Icon } from "../ui/icon.tsx";
import { useKeys } from "../ui/keys.ts";
import { useWords } from "../words.tsx";
import { type Hit, hitsOf, SearchHits } from "./search-hits.tsx";
import "./search.css";

function useHits(text: string) {
  const words = useWords();
  const creditor = useCreditor().code;
  const asked = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery({
    queryKey: [creditor, "search", asked],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/search", {
          params: { path: { creditor }, query: { q: asked } },
        }),
      ),
    enabled: asked !== "",
    placeholderData: (before) => before,
  });
  if (asked === "" || data === undefined) return null;
  const hits = hitsOf(data, words);
  return hits.length === 0 && isFetching ? null : hits;
}

export function Search() {
  const words = useWords();
  const { code } = useCreditor();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [focused, setFocused] = useState(false);
  const input = useRef<InputRef>(null);
  const list = useId();
  const hits = useHits(text);
  useKeys({ "/": () => input.current?.focus() }, true);
  const open = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    setText("");
    input.current?.blur();
    void navigate({ to: PATHS.customer, params: { creditor: code, customer: hit.customer } });
  };
  const pressed = (event: KeyboardEvent) => {
    const last = (hits?.length ?? 0) - 1;
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, last));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Enter") open(hits?.[at]);
    else if (event.key === "Escape") setText("");
    else return;
    event.preventDefault();
  };
  const shown = focused && hits !== null;
  return (
    <search className="top-search">
      <Input
        ref={input}
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && hits.length > 0 ? `${list}-${at}` : undefined}
        aria-label={words.frame.search}
        placeholder={words.frame.search}
        prefix={<Icon name="search" />}
        suffix={<kbd>/</kbd>}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {shown && <SearchHits id={list} hits={hits} at={at} onOpen={open} />}
    </search>
  );
}
