/** Uploads files for an entry that is being written: they wait until it is saved. */
import { Button, Upload } from "antd";
import { answerOf, api } from "../../api.ts";
import { useAct } from "../../queries/act.ts";
import { useCreditor, useMay } from "../../queries/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

export type UploadedFile = { readonly id: string; readonly fileName: string };

type FileUploadProps = {
  readonly customer: string;
  readonly files: readonly UploadedFile[];
  readonly onChange: (files: readonly UploadedFile[]) => void;
};

const formOf = (file: Blob): FormData => {
  const form = new FormData();
  form.append("file", file);
  return form;
};

export function FileUpload({ customer, files, onChange }: FileUploadProps) {
  const { disputes, frame } = useWords();
  const creditor = useCreditor().code;
  const may = useMay("contact:log");
  const upload = useAct({
    run: (file: File) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/attachments", {
          params: { path: { creditor, customer } },
          // the description speaks of text; what travels is the form with the file
          body: { file: "" },
          bodySerializer: () => formOf(file),
        }),
      ),
    after: ({ id, fileName }) => onChange([...files, { id, fileName }]),
    shownInForm: true,
  });
  if (may !== true) return null;
  return (
    <div className="stack tight">
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          upload.mutate(file);
          return false;
        }}
      >
        <Button icon={<Icon name="import" size={14} />} loading={upload.isPending}>
          {disputes.upload}
        </Button>
      </Upload>
      <ProblemNote error={upload.error} />
      {files.length > 0 && (
        <span className="small quiet">{frame.listOf(files.map(({ fileName }) => fileName))}</span>
      )}
    </div>
  );
}
