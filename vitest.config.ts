/** Which tests there are: rules (values only), and the rest, which get one PostgreSQL server. */
import { defineConfig } from "vitest/config";

const RULES = [
  "src/{domain,formats,contract,documents,channels}/**/*.test.ts",
  "web/**/*.test.ts",
  "test/house.test.ts",
  "test/stories/*.test.ts",
  "test/simulation/payers.test.ts",
  "scripts/bench/*.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      // Properties of money run on ten thousand values: seconds on a busy machine.
      { test: { name: "rules", include: RULES, environment: "node", testTimeout: 30_000 } },
      {
        test: {
          name: "store",
          include: ["{src,test,scripts,bin}/**/*.test.ts"],
          exclude: RULES,
          environment: "node",
          globalSetup: "test/kit/global-setup.ts",
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
    coverage: { provider: "v8", include: ["src/**/*.ts"], exclude: ["**/*.test.ts"] },
  },
});
