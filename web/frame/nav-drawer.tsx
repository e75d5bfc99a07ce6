/** The navigation on a phone: a drawer from the left. */
import { Drawer } from "antd";
import { Mark, Nav } from "./nav.tsx";

type NavDrawerProps = { readonly open: boolean; readonly onClose: () => void };

export default function NavDrawer({ open, onClose }: NavDrawerProps) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      placement="left"
      size={264}
      title={<Mark />}
      styles={{ body: { padding: 8 }, header: { padding: "4px 12px" } }}
    >
      <Nav onGone={onClose} />
    </Drawer>
  );
}
