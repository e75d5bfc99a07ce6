/** The OpenAPI 3.1 description of the API, made from the endpoints. */
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { Problem } from "./scalars.ts";

type Json = { readonly [key: string]: unknown };

/** Schemas that have a name, met while the endpoints are described. */
type Named = Map<string, Json>;

/**
 * JSON Schema of what goes over the wire: what comes in before it is read, what leaves as sent.
 * Named parts are put aside and referred to. A default is filled in on arrival, so it is left out:
 * with it, the generated types would demand the field.
 */
function schemaOf(schema: z.ZodType, named: Named): Json {
  const { $schema: _, ...whole } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "default") delete jsonSchema.default;
    },
  });
  const text = JSON.stringify(whole).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $defs = {}, id, ...rest } = JSON.parse(text) as Json & { $defs?: Record<string, Json> };
  for (const [name, { id: __, ...part }] of Object.entries($defs)) named.set(name, part);
  if (typeof id !== "string") return rest;
  named.set(id, rest);
  return { $ref: `#/components/schemas/${id}` };
}

const parameter = (
  name: string,
  where: "path" | "query",
  required: boolean,
  schema: Json,
): Json => ({
  name,
  in: where,
  required,
  schema,
});

function parametersOf({ path, query }: Endpoint, named: Named): readonly Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) =>
    parameter(name, "path", true, { type: "string" }),
  );
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const field = schema as z.ZodType;
    return parameter(name, "query", !field.safeParse(undefined).success, schemaOf(field, named));
  });
  return [...inPath, ...inQuery];
}

const PROBLEM: Json = {
  description: "Refused: an RFC 9457 problem with a code and its facts",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function answerOf({ answer, status = 200 }: Endpoint, named: Named): Json {
  if (status === 204) return { 204: { description: "Done" } };
  const content =
    typeof answer === "string"
      ? { [answer]: { schema: { type: "string", format: "binary" } } }
      : { "application/json": { schema: schemaOf(answer, named) } };
  return { [status]: { description: "Done", content } };
}

function operationOf(endpoint: Endpoint, named: Named): Json {
  const { name, summary, access, body, takes } = endpoint;
  const parameters = parametersOf(endpoint, named);
  const media = takes === "form" ? "multipart/form-data" : "application/json";
  const content = body && { [media]: { schema: schemaOf(body, named) } };
  return {
    operationId: name,
    summary,
    ...(access === "public" ? {} : { security: [{ session: [] }] }),
    ...(access === "public" || access === "signed_in" ? {} : { "x-permission": access }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(content && { requestBody: { required: true, content } }),
    responses: { ...answerOf(endpoint, named), default: PROBLEM },
  };
}

const keyOf = ({ path, method }: Endpoint): string => `${path} ${method}`;
const byPath = (left: Endpoint, right: Endpoint): number => (keyOf(left) < keyOf(right) ? -1 : 1);

/** The whole description, in the order of paths, so that a review sees what changed. */
export function openApi(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  const named: Named = new Map();
  schemaOf(Problem, named);
  for (const endpoint of ENDPOINTS.toSorted(byPath)) {
    const operations = paths[endpoint.path] ?? {};
    operations[endpoint.method] = operationOf(endpoint, named);
    paths[endpoint.path] = operations;
  }
  return {
    openapi: "3.1.0",
    info: { title: "Huikuan", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "huikuan.session_token" },
      },
      schemas: Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}
