/** The search over everything: customers, documents and letters of the creditor on the page. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AutoComplete, Input, type RefSelectProps } from "antd";
import { useDeferredValue, useRef, useState } from "react";
import { answerOf, api } from "../api.ts";
import { PATHS } from "../paths.ts";
import { useCreditor } from "../queries/session.ts";
import { Icon } from "../ui/icon.tsx";
import { useKeys } from "../ui/keys.ts";
import type { Words } from "../words/zh.ts";
import { useWords } from "../words.tsx";

type Found = Awaited<ReturnType<typeof find>>;

const find = (creditor: string, q: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/search", { params: { path: { creditor }, query: { q } } }),
  );

/** Each line leads to a customer; the value is unique, so one customer may be found thrice. */
function groupsOf(found: Found, words: Words) {
  const line = (id: string, customer: { id: string; name: string }, text: string) => ({
    value: `${customer.id} ${id}`,
    label: (
      <span className="spread">
        <span className="clip">{text}</span>
        <span className="quiet small clip">{text === customer.name ? "" : customer.name}</span>
      </span>
    ),
  });
  return [
    {
      label: words.frame.searchCustomers,
      options: found.customers.map((customer) => line("c", customer, customer.name)),
    },
    {
      label: words.frame.searchItems,
      options: found.items.map((item) => line(item.id, item.customer, item.number)),
    },
    {
      label: words.frame.searchLetters,
      options: found.letters.map((letter) => line(letter.id, letter.customer, letter.number)),
    },
  ].filter(({ options }) => options.length > 0);
}

export function Search() {
  const words = useWords();
  const creditor = useCreditor();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const input = useRef<RefSelectProps>(null);
  useKeys({ "/": () => input.current?.focus() });
  const { data, isFetching } = useQuery({
    queryKey: [creditor.code, "search", asked],
    queryFn: () => find(creditor.code, asked),
    enabled: asked !== "",
    placeholderData: (before) => before,
  });
  const open = (value: string) => {
    const customer = value.split(" ")[0] ?? "";
    setText("");
    input.current?.blur();
    void navigate({ to: PATHS.customer, params: { creditor: creditor.code, customer } });
  };
  return (
    <AutoComplete
      ref={input}
      className="top-search"
      value={text}
      options={asked === "" || data === undefined ? [] : groupsOf(data, words)}
      notFoundContent={asked === "" || isFetching ? null : words.frame.searchNothing}
      onSelect={open}
      onSearch={setText}
      popupMatchSelectWidth={420}
      defaultActiveFirstOption
    >
      <Input
        prefix={<Icon name="search" />}
        suffix={<kbd>/</kbd>}
        placeholder={words.frame.search}
        aria-label={words.frame.search}
      />
    </AutoComplete>
  );
}
