/** pain.002: which payments were refused, why, and which they were. */
import { describe, expect, test } from "vitest";
import { fileOf, readBytes, readSample, statementSample } from "../../../test/kit/statements.ts";
import { moneyOf } from "../../domain/values/money.ts";

const read = async (file: string) => {
  const answer = await readSample(statementSample("pain002", file));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.statuses;
};
const report = (body: string, group = "PART") =>
  `<Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId><GrpSts>${group}</GrpSts>
   </OrgnlGrpInfAndSts>${body}</CstmrPmtStsRpt></Document>`;
const payment = (status: string, more = "") =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>B</OrgnlPmtInfId><TxInfAndSts>
   <OrgnlEndToEndId>E</OrgnlEndToEndId>
   <TxSts>${status}</TxSts>${more}</TxInfAndSts></OrgnlPmtInfAndSts>`;

test("a whole group refused without payments; words cut in mid word are joined", async () => {
  expect(await read("group-refused-without-payments.xml")).toEqual([
    {
      line: 1,
      accepted: false,
      codes: ["NARR"],
      text: "The amount of the order is not written the way the schema wants it, since a comma stands in it where a point has to be.",
      references: ["NP-RUN-7"],
      amount: null,
    },
  ]);
});

test("some refused: several reasons, one of the bank's own; end-to-end id first", async () => {
  const [refused, taken, unmatched, batch] = await read("some-refused-v10.xml");
  expect(refused).toEqual({
    line: 1,
    accepted: false,
    codes: ["AC04", "HAUS-7"],
    text: "Konto aufgelöst Eigener Grund",
    references: ["NP-0101", "I-NP-0101", "B-1", "NP-RUN-8"],
    amount: moneyOf("238.00", "EUR"),
  });
  expect(taken).toMatchObject({ accepted: true, codes: [] });
  expect(unmatched).toMatchObject({ accepted: true, codes: ["RVNM"] });
  expect(batch).toMatchObject({
    accepted: false,
    codes: ["DS02"],
    references: ["B-2", "NP-RUN-8"],
  });
});

describe("statuses", () => {
  test.each([
    ["RJCT", false],
    ["CANC", false],
    ["ACCP", true],
    ["ACSC", true],
    ["PDNG", true],
    ["RCVC", true],
    ["RVMC", true],
  ])("%s: goes on %s", async (status, accepted) => {
    const { statuses } = await fileOf(report(payment(status)));
    expect(statuses).toMatchObject([{ accepted, references: ["E", "B", "M"] }]);
  });

  test("a refused group is told beside its payments, an accepted one only alone", async () => {
    expect((await fileOf(report(payment("RJCT"), "RJCT"))).statuses).toHaveLength(2);
    expect((await fileOf(report(payment("ACCP"), "ACCP"))).statuses).toHaveLength(1);
    expect((await fileOf(report("", "ACTC"))).statuses).toMatchObject([{ accepted: true }]);
  });
});

test("an amount that can't be read is refused, one in an unknown currency left out", async () => {
  const amount = (unit: string, text: string) =>
    `<OrgnlTxRef><Amt><InstdAmt Ccy="${unit}">${text}</InstdAmt></Amt></OrgnlTxRef>`;
  const garbled = await readBytes(
    new TextEncoder().encode(report(payment("RJCT", amount("EUR", "1,00")))),
  );
  expect(!garbled.ok && garbled.refusal).toMatchObject({ field: "amount", line: 1 });
  const { statuses } = await fileOf(report(payment("RJCT", amount("XTS", "1.00"))));
  expect(statuses[0]?.amount).toBeNull();
});

test("the first version's elements", async () => {
  const old = `<Document><pain.002.001.02><OrgnlGrpInfAndSts>
    <OrgnlMsgId>M</OrgnlMsgId><GrpSts>RJCT</GrpSts>
    <StsRsnInf><StsRsn><Cd>AC01</Cd></StsRsn></StsRsnInf>
    </OrgnlGrpInfAndSts></pain.002.001.02></Document>`;
  expect((await fileOf(old)).statuses).toMatchObject([{ accepted: false, codes: ["AC01"] }]);
});

test("a report about nothing is broken", async () => {
  const empty = "<Document><CstmrPmtStsRpt></CstmrPmtStsRpt></Document>";
  const answer = await readBytes(new TextEncoder().encode(empty));
  expect(!answer.ok && answer.refusal).toMatchObject({ problem: "structure" });
});
