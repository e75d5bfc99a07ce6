/** Money of nobody is left to sales people, who say whose it is: leads to the claims. */
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { useKeys } from "../../ui/keys.ts";
import { useWords } from "../../words.tsx";

type ClaimsActProps = { readonly receipt: string };

export function ClaimsAct({ receipt }: ClaimsActProps) {
  const { match: words } = useWords();
  const { code } = useCreditor();
  const navigate = useNavigate();
  const open = () =>
    void navigate({ to: PATHS.claims, params: { creditor: code }, search: { receipt } });
  useKeys({ r: open });
  return (
    <Button size="small" onClick={open}>
      {words.toClaims} <kbd>R</kbd>
    </Button>
  );
}
