/**
 * `node scripts/bench/cash-year.ts --seed S --customers N --lines N --mix NAME --out DIR`: writes
 * an
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

const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const { seed, mix, out } = values;
const [customers, lines] = [Number(values.customers), Number(values.lines)];
if (!isMix(mix)) stop(`--mix is one of ${Object.keys(MIXES).join(", ")}.`);
else if (out === undefined) stop("--out DIR says where the year is written.");
else if (!(customers > 0 && lines > 0)) stop("--customers and --lines are numbers above 0.");
else {
  const set = makePayerYear({ seed, customers, lines, mix: MIXES[mix] });
  writeCashSet(out, set);
  const parts = [set.customers, set.invoices, set.creditNotes, set.bank];
  const counts = parts.map(({ length }) => length).join(", ");
  console.log(`${out}: ${counts} customers, invoices, credit notes, lines`);
}
