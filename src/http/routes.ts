/** Every route the server mounts; a test holds this list against the contract's. */
import { customerRoutes } from "./customers.ts";
import type { Route } from "./route.ts";
import { sessionRoutes } from "./session.ts";

export const ROUTES: readonly Route[] = [...sessionRoutes, ...customerRoutes];
