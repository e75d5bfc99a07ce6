/** The search field above a list; what is typed goes into the page's URL. */
import { Input } from "antd";
import { useState } from "react";
import { Icon } from "./icon.tsx";

type ListSearchProps = {
  readonly label: string;
  readonly value: string | undefined;
  /** Undefined: nothing is searched for. */
  readonly onChange: (text: string | undefined) => void;
};

export function ListSearch({ label, value, onChange }: ListSearchProps) {
  const [text, setText] = useState(value ?? "");
  return (
    <Input
      className="list-search"
      prefix={<Icon name="search" />}
      placeholder={label}
      aria-label={label}
      allowClear
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(target.value.trim() === "" ? undefined : target.value.trim());
      }}
    />
  );
}
