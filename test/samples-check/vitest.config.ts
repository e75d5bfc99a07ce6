/** Checks over sample files that are no part of the repository (`npm run check:samples`). */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/samples-check/*.check.ts"],
    globalSetup: "test/kit/global-setup.ts",
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
