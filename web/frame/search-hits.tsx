/** What a search found, by kind; each hit leads to a customer. */
import type { paths } from "../api-types.ts";
import type { Words } from "../words/zh.ts";
import { useWords } from "../words.tsx";

type Found =
  paths["/api/creditors/{creditor}/search"]["get"]["responses"]["200"]["content"]["application/json"];

export type Hit = {
  readonly key: string;
  /** Said once, before the first hit of its kind. */
  readonly kind: string;
  readonly text: string;
  readonly beside: string;
  /** The customer's id. */
  readonly customer: string;
};

export function hitsOf(found: Found, words: Words): readonly Hit[] {
  const { searchCustomers, searchItems, searchLetters } = words.frame;
  return [
    ...found.customers.map(({ id, name, number }) => ({
      key: `customer ${id}`,
      kind: searchCustomers,
      text: name,
      beside: number,
      customer: id,
    })),
    ...found.items.map(({ id, number, customer }) => ({
      key: `item ${id}`,
      kind: searchItems,
      text: number,
      beside: customer.name,
      customer: customer.id,
    })),
    ...found.letters.map(({ id, number, customer }) => ({
      key: `letter ${id}`,
      kind: searchLetters,
      text: number,
      beside: customer.name,
      customer: customer.id,
    })),
  ];
}

type SearchHitsProps = {
  readonly id: string;
  readonly hits: readonly Hit[];
  readonly at: number;
  readonly onOpen: (hit: Hit) => void;
};

export function SearchHits({ id, hits, at, onOpen }: SearchHitsProps) {
  const words = useWords();
  if (hits.length === 0) {
    return (
      <div id={id} className="search-hits" role="status">
        <p className="search-kind">{words.frame.searchNothing}</p>
      </div>
    );
  }
  return (
    <div id={id} className="search-hits" role="listbox" aria-label={words.frame.search}>
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field's Enter does the same
        <div
          key={hit.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={`search-hit${hit.kind === hits[index - 1]?.kind ? "" : " first"}`}
          data-kind={hit.kind}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(hit)}
        >
          <span className="clip">{hit.text}</span>
          <span className="quiet small clip">{hit.beside}</span>
        </div>
      ))}
    </div>
  );
}
