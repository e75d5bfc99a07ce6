/** `node bin/run.js SCRIPT …`: runs one of the project's scripts under Node 24. */
import { runScript, stop } from "./runtime.js";
import { words } from "./words.js";

const [script, ...args] = process.argv.slice(2);
if (script === undefined) stop(words.whichScript(), 2);
await runScript(script, args);
