/** Short words that come and go after an act: done, or why not. */
import { message } from "antd";
import { createContext, type ReactNode, useContext } from "react";

type Said = ReturnType<typeof message.useMessage>[0];

const Saying = createContext<Said | null>(null);

export function SaidProvider({ children }: { readonly children: ReactNode }) {
  const [said, holder] = message.useMessage();
  return (
    <Saying value={said}>
      {holder}
      {children}
    </Saying>
  );
}

export function useSaid(): Said {
  const said = useContext(Saying);
  if (said === null) throw new Error("an act is done inside the SaidProvider");
  return said;
}
