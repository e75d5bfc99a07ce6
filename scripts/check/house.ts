/** The checks that read the sources: types, lint, unused code, and the build of the web. */
import { judged, type Outcome, type Part } from "./part.ts";
import { ROOT, run, runTool } from "./programs.ts";

const tool = (name: string, script: string, args: readonly string[]): Part => ({
  name,
  async run(): Promise<Outcome> {
    const { code, output } = await runTool(script, args);
    return judged(code === 0, output);
  },
});

const TSC = "typescript/bin/tsc";

export const sourceParts: readonly Part[] = [
  tool("types of the server", TSC, ["-p", "tsconfig.json"]),
  tool("types of the web", TSC, ["-p", "web/tsconfig.json"]),
  tool("lint and format", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]),
  tool("unused code and libraries", "knip/bin/knip.js", ["--no-progress"]),
];

/** As `npm start` builds it, so that the start afterwards has nothing to do. */
export const webBuild: Part = {
  name: "build of the web",
  async run() {
    const build = `import("${ROOT}/bin/build.js").then((m) => m.buildIfNeeded(process.execPath))`;
    const { code, output } = await run(process.execPath, ["--input-type=module", "-e", build]);
    return judged(code === 0, output);
  },
};
