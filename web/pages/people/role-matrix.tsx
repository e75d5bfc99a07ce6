/** What each role may do, as a table to be read before one is given. */
import {
  PERMISSIONS,
  type Permission,
  permissionsOf,
  ROLES,
} from "../../../src/domain/desk/permission.ts";
import { DECISIONS, WHOLE_BOOK } from "../../../src/domain/desk/scope.ts";
import { Icon } from "../../ui/icon.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";

type Area = keyof Words["people"]["areas"];

/** By the noun before the colon; what is named nowhere belongs to the house. */
const NOUNS: Readonly<Record<Exclude<Area, "house">, readonly string[]>> = {
  book: ["book", "customer"],
  collecting: ["contact", "hold", "case", "plan", "outbox"],
  agreeing: ["promise", "agreement", "dispute", "complaint"],
  money: ["statement", "line", "cash", "receipt", "payment", "refund", "bill", "alias"],
  together: ["team", "task", "escalation", "approval", "meeting"],
};

const AREAS: readonly Area[] = ["book", "collecting", "agreeing", "money", "together", "house"];

function areaOf(permission: Permission): Area {
  const noun = permission.split(":")[0] ?? "";
  return AREAS.find((area) => area !== "house" && NOUNS[area].includes(noun)) ?? "house";
}

const GIVEN = ROLES.map((role) => ({ role, permissions: permissionsOf([role]) }));
const BY_AREA = Map.groupBy(PERMISSIONS, areaOf);

function Line({ permission }: { readonly permission: Permission }) {
  const { people: words } = useWords();
  const marks = `${WHOLE_BOOK.has(permission) ? " *" : ""}${DECISIONS.has(permission) ? " †" : ""}`;
  return (
    <tr>
      <th scope="row">
        {words.permissions[permission]}
        {marks}
      </th>
      {GIVEN.map(({ role, permissions }) => (
        <td key={role} className="matrix-cell">
          {permissions.has(permission) ? (
            <>
              <Icon name="check" />
              <span className="seen-by-readers">{words.may}</span>
            </>
          ) : (
            <span className="seen-by-readers">{words.mayNot}</span>
          )}
        </td>
      ))}
    </tr>
  );
}

export function RoleMatrix() {
  const { people: words, terms } = useWords();
  return (
    <section className="card">
      <p className="quiet matrix-lead">{words.matrixLead}</p>
      <TableScroll label={words.matrix}>
        <table className="table role-matrix">
          <thead>
            <tr>
              <th>{words.permission}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col" className="matrix-cell">
                  {terms.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          {AREAS.map((area) => (
            <tbody key={area}>
              <tr>
                <th scope="rowgroup" colSpan={ROLES.length + 1} className="matrix-area">
                  {words.areas[area]}
                </th>
              </tr>
              {(BY_AREA.get(area) ?? []).map((permission) => (
                <Line key={permission} permission={permission} />
              ))}
            </tbody>
          ))}
        </table>
      </TableScroll>
    </section>
  );
}
