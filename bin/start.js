/** `npm start`: installs and builds what is missing, then runs `huikuan start`. */
import { buildIfNeeded } from "./build.js";
import { installIfNeeded } from "./install.js";
import { findNode, runScript } from "./runtime.js";

const node = await findNode();
await installIfNeeded({ dev: false });
await buildIfNeeded(node);
await runScript("bin/huikuan.js", ["start", ...process.argv.slice(2)]);
