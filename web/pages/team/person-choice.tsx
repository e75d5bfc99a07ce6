/** The choice of one colleague, with what they do here, as a field of a form. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { colleagueNamesQuery } from "../../queries/colleagues.ts";
import { useCreditor } from "../../queries/session.ts";
import { useWords } from "../../words.tsx";

/** Colleagues to choose from, without those who only manage or read. */
export function useColleagueChoices(except?: string) {
  const { terms, frame } = useWords();
  const { data } = useQuery(colleagueNamesQuery(useCreditor().code));
  const works = (role: string) => role !== "administrator" && role !== "auditor";
  return (data?.rows ?? [])
    .filter(({ id, roles }) => id !== except && roles.some(works))
    .map(({ id, name, roles }) => ({
      value: id,
      label: name,
      hint: frame.listOf(roles.map((role) => terms.roles[role])),
    }));
}

type ChoiceProps = {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (person: string) => void;
  readonly except?: string | undefined;
  /** First choices before the colleagues. */
  readonly first?: readonly { readonly value: string; readonly label: string }[];
  readonly label?: string;
};

export function PersonChoice({ id, value, onChange, except, first = [], label }: ChoiceProps) {
  const { team: words } = useWords();
  const people = useColleagueChoices(except);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { "aria-label": label })}
      className="whole-width"
      showSearch={{ optionFilterProp: "label" }}
      placeholder={words.choose}
      value={value ?? null}
      options={[...first.map((one) => ({ ...one, hint: "" })), ...people]}
      optionRender={({ label: name, data }) => (
        <span className="spread">
          <span className="clip">{name}</span>
          <span className="quiet small">{data.hint}</span>
        </span>
      )}
      onChange={(next: string) => onChange?.(next)}
    />
  );
}

type ManyProps = {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (people: string[]) => void;
  readonly only?: readonly string[];
};

/** The choice of several colleagues. */
export function PeopleChoice({ id, value = [], onChange, only }: ManyProps) {
  const { team: words } = useWords();
  const people = useColleagueChoices();
  const shown = only === undefined ? people : people.filter((one) => only.includes(one.value));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      className="whole-width"
      showSearch={{ optionFilterProp: "label" }}
      placeholder={words.choose}
      value={value}
      options={shown}
      onChange={(next: string[]) => onChange?.(next)}
    />
  );
}
