/** All customers: search, filter, sort; the server gives windows of 200 rows. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import type { CustomerRow } from "../../../src/contract/customer.ts";
import { PATHS } from "../../paths.ts";
import { customersQuery } from "../../queries/customer.ts";
import { useCreditor } from "../../queries/session.ts";
import { Grid, type Sort } from "../../ui/grid.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import type { CUSTOMER_SORTS } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { CustomerCard, useCustomerColumns } from "./customer-columns.tsx";
import { CustomersToolbar } from "./customers-toolbar.tsx";
import "./customers.css";

type SortBy = (typeof CUSTOMER_SORTS)[number];

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { customers } = useWords();
  const { code } = useCreditor();
  const navigate = useNavigate();
  const params = { creditor: code };
  if (filtered) {
    const clear = () => void navigate({ to: PATHS.customers, params, search: {} });
    return (
      <Empty icon="search" title={customers.noneFound}>
        <Button onClick={clear}>{customers.clear}</Button>
      </Empty>
    );
  }
  return (
    <Empty icon="customers" title={customers.empty} text={customers.emptyText}>
      <Button type="primary" onClick={() => void navigate({ to: PATHS.import, params })}>
        {customers.emptyAct}
      </Button>
    </Empty>
  );
}

export function CustomersPage() {
  const { customers } = useWords();
  const { code } = useCreditor();
  const view = useSearch({ from: "/$creditor/customers" });
  const navigate = useNavigate({ from: PATHS.customers });
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    customersQuery(code, view),
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const first = data?.pages[0];
  const columns = useCustomerColumns(first?.currency ?? "CNY");
  const sort: Sort = { by: view.sort ?? "name", descending: view.direction === "desc" };
  const open = (row: CustomerRow) =>
    void navigate({ to: PATHS.customer, params: { creditor: code, customer: row.id } });
  const order = ({ by, descending }: Sort) =>
    void navigate({
      search: (before) => ({
        ...before,
        sort: by as SortBy,
        direction: descending ? ("desc" as const) : ("asc" as const),
      }),
    });
  return (
    <div className="page filled customers">
      <header className="page-head">
        <h1>{customers.title}</h1>
        {first !== undefined && (
          <span className="quiet number">{customers.count(rows.length, first.total)}</span>
        )}
      </header>
      <ProblemNote error={error} onAgain={() => void refetch()} />
      <section className="card fills">
        <CustomersToolbar currency={first?.currency} currencies={first?.currencies ?? []} />
        {first !== undefined && (
          <Grid
            label={customers.list}
            columns={columns}
            rows={rows}
            total={first.total}
            rowKey={(row) => row.id}
            cardHeight={84}
            card={(row) => <CustomerCard row={row} currency={first.currency} />}
            onOpen={open}
            sort={sort}
            onSort={order}
            onEnd={() => {
              if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
            }}
            empty={<Nothing filtered={view.search !== undefined || view.filter !== undefined} />}
          />
        )}
      </section>
    </div>
  );
}
