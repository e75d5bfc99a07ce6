/** A button that is always visible: when it can't be pressed, it says why. */
import { Button, type ButtonProps, Tooltip } from "antd";
import type { Can } from "../../src/contract/scalars.ts";
import { useWords } from "../words.tsx";

type CanButtonProps = ButtonProps & { readonly can: Can };

export function CanButton({ can, ...button }: CanButtonProps) {
  const words = useWords();
  if (can === true) return <Button {...button} />;
  const why = words.refusal({ type: `/problems/${can.code}`, ...can });
  return (
    <Tooltip title={why}>
      <Button {...button} aria-disabled onClick={undefined} className="cannot" htmlType="button">
        {button.children}
        <span className="seen-by-readers">（{why}）</span>
      </Button>
    </Tooltip>
  );
}
