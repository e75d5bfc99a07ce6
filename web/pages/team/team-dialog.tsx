/** Makes a team, or says anew what it is called and who is in it. */
import { Form, Input } from "antd";
import type { Team } from "../../../src/contract/team.ts";
import { useSaveTeam } from "../../queries/team.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useWords } from "../../words.tsx";
import { PeopleChoice } from "./person-choice.tsx";

type Given = { readonly name: string; readonly members: string[]; readonly leads: string[] };

/** `team` null: a new one. */
type TeamDialogProps = { readonly team: Team | null; readonly onClose: () => void };

function givenOf(team: Team | null): Given {
  const members = team?.members ?? [];
  return {
    name: team?.name ?? "",
    members: members.map(({ id }) => id),
    leads: members.filter(({ leads }) => leads).map(({ id }) => id),
  };
}

export function TeamDialog({ team, onClose }: TeamDialogProps) {
  const { team: words } = useWords();
  const [form] = Form.useForm<Given>();
  const initial = givenOf(team);
  const members = Form.useWatch("members", form) ?? initial.members;
  const save = useSaveTeam(team?.id ?? null, onClose);
  return (
    <FormDialog
      form={form}
      title={team === null ? words.makeTeam : words.editTeam}
      act={team === null ? words.makeTeam : words.edit}
      initial={initial}
      pending={save.isPending}
      error={save.error}
      onGiven={({ name, leads }) =>
        save.mutate({
          name: name.trim(),
          members: members.map((user) => ({ user, leads: leads.includes(user) })),
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={words.teamName}
        rules={[{ required: true, whitespace: true, max: 100 }]}
      >
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="members" label={words.teamMembers}>
        <PeopleChoice />
      </Form.Item>
      <Form.Item name="leads" label={words.teamLeads} extra={words.leadsHint}>
        <PeopleChoice only={members} />
      </Form.Item>
    </FormDialog>
  );
}
