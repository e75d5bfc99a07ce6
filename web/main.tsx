/** Starts the application in the browser. */
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ConfigProvider } from "antd";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "./api.ts";
import { PATHS } from "./paths.ts";
import { makeRouter } from "./routes.tsx";
import { SaidProvider } from "./ui/said.tsx";
import { applyPalette, THEME } from "./ui/theme.ts";
import { LanguageProvider, rememberedSpeech, useLanguage } from "./words.tsx";
import "./ui/look.css";
import "./ui/parts.css";

applyPalette(document.documentElement);

const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.status === 401;

const queries = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      if (isSignedOut(error)) void router.navigate({ to: PATHS.signIn });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => !(error instanceof Refused && error.status < 500) && count < 2,
    },
  },
});

const router = makeRouter(queries);

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

function Themed() {
  const { locale } = useLanguage();
  return (
    <ConfigProvider theme={THEME} locale={locale} button={{ autoInsertSpace: false }}>
      <SaidProvider>
        <RouterProvider router={router} />
      </SaidProvider>
    </ConfigProvider>
  );
}

const first = await rememberedSpeech();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has the element #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider first={first}>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
