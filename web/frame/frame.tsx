/** The frame around every page of a creditor. */
import { Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useCreditor } from "../queries/session.ts";
import { Icon } from "../ui/icon.tsx";
import { useKeys } from "../ui/keys.ts";
import { useNarrow } from "../ui/narrow.ts";
import { UndoProvider } from "../ui/undo.tsx";
import { useWords } from "../words.tsx";
import { goPaths } from "./go-keys.ts";
import { Mark, Nav } from "./nav.tsx";
import { TopBar } from "./top-bar.tsx";
import "./frame.css";

const NavDrawer = lazy(() => import("./nav-drawer.tsx"));
const KeysDialog = lazy(() => import("./keys-dialog.tsx"));

const FOLDED = "huikuan.folded";

function SideNav({ folded, onFold }: { readonly folded: boolean; readonly onFold: () => void }) {
  const words = useWords();
  return (
    <aside className="frame-nav">
      <Mark />
      <Nav />
      <button type="button" className="nav-fold" aria-expanded={!folded} onClick={onFold}>
        <Icon name={folded ? "right" : "left"} />
        <span className={folded ? "seen-by-readers" : undefined}>
          {folded ? words.frame.unfold : words.frame.fold}
        </span>
      </button>
    </aside>
  );
}

function usePageKeys(showKeys: () => void): void {
  const navigate = useNavigate();
  const creditor = useCreditor().code;
  const goes = goPaths().map(
    ([key, to]) => [key, () => void navigate({ to, params: { creditor } })] as const,
  );
  useKeys({ "?": showKeys, ...Object.fromEntries(goes) }, true);
}

export function Frame() {
  const words = useWords();
  const narrow = useNarrow();
  const [drawer, setDrawer] = useState(false);
  const [keys, setKeys] = useState(false);
  const [folded, setFolded] = useState(() => localStorage.getItem(FOLDED) === "yes");
  usePageKeys(() => setKeys(true));
  const fold = () => {
    localStorage.setItem(FOLDED, folded ? "no" : "yes");
    setFolded(!folded);
  };
  return (
    <div className={`frame${folded && !narrow ? " folded" : ""}`}>
      <a className="skip-link" href="#page">
        {words.frame.skipToPage}
      </a>
      {!narrow && <SideNav folded={folded} onFold={fold} />}
      {narrow && (
        <Suspense>
          <NavDrawer open={drawer} onClose={() => setDrawer(false)} />
        </Suspense>
      )}
      <TopBar onMenu={() => setDrawer(true)} onKeys={() => setKeys(true)} />
      <main className="frame-page" id="page" tabIndex={-1}>
        <UndoProvider>
          <Outlet />
        </UndoProvider>
      </main>
      {keys && (
        <Suspense>
          <KeysDialog onClose={() => setKeys(false)} />
        </Suspense>
      )}
    </div>
  );
}
