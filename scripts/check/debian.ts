/** The programs that the checks need beside Node: the browser, and tools that read PDF files. */
import { existsSync } from "node:fs";
import { run } from "./programs.ts";

type Need = { readonly program: string; readonly debian: string; readonly found: () => boolean };

const NEEDS: readonly Need[] = [
  {
    program: "Chromium",
    debian: "chromium",
    found: () => existsSync("/usr/bin/chromium"),
  },
  {
    program: "pdftotext and pdftoppm",
    debian: "poppler-utils",
    found: () => existsSync("/usr/bin/pdftotext") && existsSync("/usr/bin/pdftoppm"),
  },
];

/** Wanted for a second run of the store's tests; where it can't be had they run once. */
const POSTGRESQL: Need = {
  program: "PostgreSQL",
  debian: "postgresql",
  found: () => existsSync("/usr/lib/postgresql"),
};

const isDebian = (): boolean => existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Installs what is missing through apt where this is root on Debian. Otherwise, or when apt fails,
 * gives the sentence that says what to install; null when all is there.
 */
export async function installPrograms(): Promise<string | null> {
  const mayInstall = isDebian() && isRoot();
  const wanted = mayInstall ? [...NEEDS, POSTGRESQL] : NEEDS;
  const missing = wanted.filter(({ found }) => !found());
  if (missing.length === 0) return null;
  if (!mayInstall) return sentence(missing);
  const packages = missing.map(({ debian }) => debian);
  process.stdout.write(`installing ${packages.join(", ")} …\n`);
  const output = await apt(packages);
  return missing.some(({ found }) => !found()) ? `${output}\n${sentence(missing)}` : null;
}

async function apt(packages: readonly string[]): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const patience = ["-o", "DPkg::Lock::Timeout=180", "-q"];
  const update = await run("apt-get", [...patience, "update"], { env });
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  const { output } = await run("apt-get", [...patience, ...install], { env });
  return `${update.output}${output}`;
}

function sentence(missing: readonly Need[]): string {
  const programs = missing.map(({ program }) => program).join(", ");
  const packages = missing.map(({ debian }) => debian).join(" ");
  return (
    `The tests need ${programs}: install them first (Debian: apt-get install ${packages}), ` +
    "or run the part that does without: npm run check."
  );
}
