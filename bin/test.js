/** `npm test` and its sisters (`--quick`, `--samples`): installs the tools, runs the checks. */
import { installIfNeeded } from "./install.js";
import { runScript } from "./runtime.js";

await installIfNeeded({ dev: true });
await runScript("scripts/check/main.ts", process.argv.slice(2));
