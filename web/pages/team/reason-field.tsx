/** The field for why something is done with customers; it is kept with it. */
import { Form, Input } from "antd";
import { useWords } from "../../words.tsx";

export function ReasonField() {
  const { team: words } = useWords();
  return (
    <Form.Item name="reason" label={words.reason} rules={[{ required: true, whitespace: true }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
    </Form.Item>
  );
}
