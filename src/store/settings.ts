/** Shared settings: one JSON value a key. */
import { type Executor, jsonText, maybe, run, sql } from "./sql.ts";

export async function findSetting(executor: Executor, key: string): Promise<unknown> {
  const row = await maybe<{ value: unknown }>(
    executor,
    sql`select value from setting where key = ${key}`,
  );
  return row === null ? null : row.value;
}

/** Writes a setting only where none stands: of two writers the first wins. */
export async function insertSettingOnce(
  executor: Executor,
  key: string,
  value: unknown,
): Promise<void> {
  await run(
    executor,
    sql`insert into setting (key, value) values (${key}, ${jsonText(value)})
        on conflict (key) do nothing`,
  );
}
