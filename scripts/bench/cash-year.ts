/**
 * `node scripts/bench/cash-year.ts --seed S --customers N --lines N --mix NAME --out DIR`: writes an
 * invented year for `bench:cash`.
 */
import { parseArgs } from "node:util";
import { isMix, MIXES } from "../../test/simulation/payer-mixes.ts";
import { makePayerYear } from "../../test/simulation/payers.ts";
import { writeCashSet } from "./cash-set.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    customers: { type: "string", default: "160" },
    lines: { type: "string", default: "2500" },
    mix: { type: "string", default: "usual" },
    out: { type: "string" },
  },
});

const { seed, mix, out } = values;
const [customers, lines] = [Number(values.customers), Number(values.lines)];
if (!isMix(mix)) throw new Error(`--mix is one of ${Object.keys(MIXES).join(", ")}`);
if (out === undefined) throw new Error("--out DIR says where the year is written");
const set = makePayerYear({ seed, customers, lines, mix: MIXES[mix] });
writeCashSet(out, set);
const counts = [set.customers, set.invoices, set.creditNotes, set.bank].map(({ length }) => length);
console.log(`${out}: ${counts.join(", ")} customers, invoices, credit notes, lines`);
