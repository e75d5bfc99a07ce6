/** Teams and substitutes over HTTP: whose customers somebody sees, and until when. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { codeOf, type Scoped, type ScopedDesk, scopedDesk } from "../../test/kit/scoped-people.ts";
import { type Caller, problemOf, type TestServer } from "../../test/kit/server.ts";
import { customerPage, customers } from "../contract/customer.ts";
import * as contract from "../contract/team.ts";

let server: TestServer;
let manager: Caller;
let as: ScopedDesk["as"];
let seen: ScopedDesk["seen"];
let [an, bai, lead] = [] as unknown as [Scoped, Scoped, Scoped];
beforeAll(async () => {
  ({ server, manager, as, seen, an, bai, lead } = await scopedDesk());
});
afterAll(() => server.close());

describe("scope", () => {
  test("own: one's customers in the list, and a colleague's page is not there", async () => {
    expect(await seen(an)).toEqual([0]);
    const params = { customer: server.book.customers[1] ?? "" };
    expect(await codeOf(as(an), customerPage, { params })).toBe("customer_not_found");
    expect(await codeOf(as(bai), customerPage, { params })).toBe("ok");
  });

  test("team: the members' customers, and those of nobody for who leads", async () => {
    const members = [{ user: lead.id }, { user: an.id }];
    const { id: team } = await manager.get(contract.createTeam, {
      body: { name: "华东", members },
    });
    expect(await seen(lead)).toEqual([0]);
    const led = [{ user: lead.id, leads: true }, { user: an.id }];
    await manager.get(contract.updateTeam, { params: { team }, body: { members: led } });
    expect(await seen(lead)).toEqual([0, 2]);
    expect(await seen(an)).toEqual([0]);
    const { rows } = await manager.get(contract.teams);
    expect(rows[0]).toMatchObject({ name: "华东", members: [{ id: lead.id, leads: true }, {}] });
    await manager.get(contract.removeTeam, { params: { team } });
    expect(await seen(lead)).toEqual([]);
  });

  test("creditor: everything", async () => {
    const { total } = await manager.get(customers);
    expect(total).toBe(3);
  });
});

describe("a team", () => {
  const create = (body: object) => codeOf(manager, contract.createTeam, { body });

  test("has a name of its own and members who work here", async () => {
    const { id: team } = await manager.get(contract.createTeam, { body: { name: "华南" } });
    expect(await create({ name: "华南" })).toBe("team_name_taken");
    const stranger = { name: "华北", members: [{ user: newId() }] };
    expect(await create(stranger)).toBe("colleague_not_found");
    const rename = { params: { team }, body: { name: "华南" } };
    expect(await codeOf(manager, contract.updateTeam, rename)).toBe("ok");
    const unknown = { params: { team: newId() }, body: {} };
    expect(await codeOf(manager, contract.updateTeam, unknown)).toBe("team_not_found");
  });
});

describe("a substitute", () => {
  const add = (body: object) => codeOf(manager, contract.addSubstitution, { body });
  const away = (more: object = {}) => ({
    ...{ absent: bai.id, substitute: an.id, from: "2026-04-02", until: "2026-04-05" },
    ...{ reason: "休假", ...more },
  });

  test("sees the absent person's customers from the first day until the last, no longer", async () => {
    const { id } = await manager.get(contract.addSubstitution, { body: away() });
    expect(await seen(an, "2026-04-01")).toEqual([0]);
    expect(await seen(an, "2026-04-02")).toEqual([0, 1]);
    expect(await seen(an, "2026-04-04")).toEqual([0, 1]);
    expect(await seen(an, "2026-04-05")).toEqual([0]);
    expect(await seen(bai, "2026-04-03")).toEqual([1]);

    const { rows } = await manager.get(contract.substitutions);
    expect(rows).toMatchObject([
      { id, state: "coming", absent: { id: bai.id }, can: { end: true } },
    ]);
    await manager.get(contract.endSubstitution, { params: { substitution: id } });
    expect(await seen(an, "2026-04-03")).toEqual([0]);
    const params = { substitution: id };
    const unknown = { params: { substitution: newId() } };
    expect(await codeOf(manager, contract.endSubstitution, unknown)).toBe("substitution_not_found");
    const ended = await as(lead, "2026-04-03").raw(contract.endSubstitution, { params });
    expect((await problemOf(ended)).code).toBe("substitution_has_ended");
  });

  test("is another colleague, for a while that is not over", async () => {
    expect(await add(away({ substitute: bai.id }))).toBe("substitute_is_absent");
    expect(await add(away({ substitute: newId() }))).toBe("colleague_not_found");
    expect(await add(away({ until: "2026-08-01" }))).toBe("substitute_too_long");
    expect(await add(away({ from: "2026-03-01", until: "2026-03-30" }))).toBe(
      "substitute_period_passed",
    );
    expect(await add(away({ from: "2026-05-01", until: "2026-05-09" }))).toBe("ok");
    const back = { absent: an.id, substitute: bai.id, from: "2026-05-08", until: "2026-05-12" };
    expect(await add(away(back))).toBe("substitute_circle");
  });
});
