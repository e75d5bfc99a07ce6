/** A body that an endpoint reads without complaint, made up from its schema. */
import { z } from "zod";
import type { Endpoint } from "../../src/contract/endpoint.ts";

type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly pattern?: string;
};

/** What a text named so says; ids are the caller's. */
export type Texts = Readonly<Record<string, string>>;

const WORDS: Texts = { amount: "1.00", currency: "CNY", email: "new@house.example" };

/** Only what must be there; a form's file is an empty PDF's first letters. */
export function sampleBody(
  { body, takes }: Endpoint,
  id: string,
  on: string,
): Readonly<Record<string, unknown>> | FormData | undefined {
  if (body === undefined) return undefined;
  const json = z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) as Schema;
  const sample = sampleOf(json, json.$defs ?? {}, { id, on }, "") as Record<string, unknown>;
  if (takes !== "form") return sample;
  const form = new FormData();
  for (const [name, value] of Object.entries(sample)) {
    const file = name === "file" || name === "scan";
    form.set(name, file ? new File(["%PDF-1.7"], "x.pdf") : String(value));
  }
  return form;
}

type World = { readonly id: string; readonly on: string };

function sampleOf(
  schema: Schema,
  defs: Readonly<Record<string, Schema>>,
  world: World,
  name: string,
): unknown {
  const { $ref, anyOf, oneOf, allOf } = schema;
  const again = (inner: Schema) => sampleOf(inner, defs, world, name);
  if ($ref !== undefined) return again(defs[$ref.replace("#/$defs/", "")] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = anyOf?.[0] ?? oneOf?.[0] ?? allOf?.[0];
  if (choice !== undefined) return again(choice);
  if (schema.type === "object") return sampleObject(schema, defs, world);
  if (schema.type === "array") {
    const length = schema.minItems ?? 0;
    return Array.from({ length }, () => sampleOf(schema.items ?? {}, defs, world, name));
  }
  return sampleValue(schema, world, name);
}

function sampleObject(schema: Schema, defs: Readonly<Record<string, Schema>>, world: World) {
  const required = schema.required ?? [];
  return Object.fromEntries(
    required.map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, defs, world, key)]),
  );
}

function sampleValue({ type, format, pattern, minimum }: Schema, world: World, name: string) {
  if (type === "boolean") return true;
  if (type === "null") return null;
  if (type === "number" || type === "integer") return Math.max(1, minimum ?? 1);
  if (format === "date") return world.on;
  if (format === "date-time") return `${world.on}T02:00:00.000Z`;
  if (pattern?.startsWith("^[0-9a-f]{8}")) return world.id;
  if (pattern?.startsWith("^\\d")) return "1";
  return WORDS[name] ?? "10:00";
}
