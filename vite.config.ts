/** Builds the web application into dist/web; in development, passes API calls on to the server. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "web",
  publicDir: "public",
  plugins: [react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 1200,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { "^/api/": process.env["HUIKUAN_API"] ?? "http://127.0.0.1:8787" },
  },
});
