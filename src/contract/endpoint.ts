/** What one endpoint is: its method and path, what it takes, what it answers, who may call it. */
import type { z } from "zod";
import type { Permission } from "../domain/desk/permission.ts";

export type Method = "get" | "post" | "patch" | "put";
/** `public`: anybody; `signed_in`: any user; otherwise the permission at the path's creditor. */
export type Access = "public" | "signed_in" | Permission;

export type Endpoint = {
  readonly name: string;
  readonly method: Method;
  /** With `{name}` for parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** `form`: multipart with a file. */
  readonly takes?: "json" | "form";
  /** Of the whole request, where it is more than usual. */
  readonly mostBytes?: number;
  /** A schema for JSON, or the media type of the bytes. */
  readonly answer: z.ZodType | string;
  readonly status?: 200 | 201 | 204;
};

/** Keeps the exact types of an endpoint's schemas. */
export const endpoint = <const Shape extends Endpoint>(shape: Shape): Shape => shape;
