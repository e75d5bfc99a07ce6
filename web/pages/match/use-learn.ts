/** Whether the payer is remembered for the customer: yes, unless a person says no. */
import type { CheckboxProps } from "antd";
import { useState } from "react";

type Learn = {
  readonly checked: boolean;
  readonly field: Pick<CheckboxProps, "checked" | "onChange">;
};

export function useLearn(): Learn {
  const [checked, setChecked] = useState(true);
  return {
    checked,
    field: { checked, onChange: ({ target }) => setChecked(target.checked) },
  };
}
