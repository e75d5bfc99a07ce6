/** Starts the application in the browser. */
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "./api.ts";
import { PATHS } from "./paths.ts";
import { makeRouter } from "./routes.tsx";
import { applyPalette, THEME } from "./ui/theme.ts";
import { LanguageProvider, useLanguage } from "./words.tsx";
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
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={THEME}
      locale={language === "zh" ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <App className="app">
        <RouterProvider router={router} />
      </App>
    </ConfigProvider>
  );
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has the element #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
