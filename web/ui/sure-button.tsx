/** A button whose act is hard to take back: it asks once more before it is done. */
import { type ButtonProps, Modal } from "antd";
import { useState } from "react";
import type { Can } from "../../src/contract/scalars.ts";
import { useWords } from "../words.tsx";
import { CanButton } from "./can-button.tsx";

type SureProps = Omit<ButtonProps, "onClick" | "loading"> & {
  readonly can: Can;
  /** What is asked. */
  readonly sure: string;
  readonly act: string;
  readonly pending: boolean;
  readonly onSure: () => void;
};

export function SureButton({ can, sure, act, pending, onSure, ...button }: SureProps) {
  const { frame } = useWords();
  const [asking, setAsking] = useState(false);
  const done = () => {
    setAsking(false);
    onSure();
  };
  return (
    <>
      <CanButton {...button} can={can} loading={pending} onClick={() => setAsking(true)}>
        {act}
      </CanButton>
      {asking && (
        <Modal
          open
          width={420}
          title={sure}
          okText={act}
          cancelText={frame.cancel}
          okButtonProps={{ danger: true }}
          onOk={done}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
