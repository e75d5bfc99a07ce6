/** What the server says of a day's plan, as a type. */
import type { askPlan } from "../../queries/plan.ts";

export type PlanAnswer = Awaited<ReturnType<typeof askPlan>>;
