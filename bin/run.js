/** `node bin/run.js SCRIPT …`: runs one of the project's scripts under Node 24. */
import { runScript, stop } from "./runtime.js";

const [script, ...args] = process.argv.slice(2);
if (script === undefined) stop("Say which script to run: node bin/run.js scripts/NAME.ts", 2);
await runScript(script, args);
