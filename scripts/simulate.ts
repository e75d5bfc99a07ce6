/**
 * `npm run simulate -- --seed N --days N --customers N`: the long simulation, on a store of its
 * own.
 */
import { parseArgs } from "node:util";
import { plainDate } from "../src/domain/values/calendar.ts";
import { standardPolicy } from "../src/main.ts";
import { simulate } from "../test/simulation/simulate.ts";
import { withThrowawayStore } from "./throwaway-store.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "730" },
    customers: { type: "string", default: "200" },
    from: { type: "string", default: "2025-01-02" },
  },
});

const { seed } = values;
const [days, customers] = [Number(values.days), Number(values.customers)];
const { broken, ...counts } = await withThrowawayStore(({ database }) =>
  simulate({
    database,
    seed,
    customers,
    days,
    policy: standardPolicy(),
    startOn: plainDate(values.from),
    onDay: (played) => {
      if (played % 30 === 0) console.log(`day ${played} of ${days}`);
    },
  }),
);
console.log(`seed ${seed}: ${JSON.stringify(counts)}`);
for (const line of broken) console.log(line);
console.log(broken.length === 0 ? "everything held" : `${broken.length} broken`);
process.exitCode = broken.length === 0 ? 0 : 1;
