/** Who promised and how: a contact where one is recorded, else a name. */
import { Form, Input, Select } from "antd";
import type { Contact } from "../../src/contract/contact.ts";
import { PROMISE_CHANNELS, type PromiseChannel } from "../../src/domain/desk/promise-to-pay.ts";
import { useWords } from "../words.tsx";
import { optionsOf } from "./options.ts";

/** `who` is a contact's id, or this: somebody who is not recorded. */
const SOMEONE_ELSE = "else";

export type Promiser = {
  readonly who?: string;
  readonly takenFrom?: string;
  readonly channel?: PromiseChannel;
};

/** The customer's first contact, on the telephone: so most promises are given. */
export const firstPromiser = (contacts: readonly Pick<Contact, "id">[]): Promiser => ({
  who: contacts[0]?.id ?? SOMEONE_ELSE,
  channel: "call",
});

/** As the server takes it. */
export const promiserOf = ({ who, takenFrom, channel }: Promiser) => ({
  contact: who === undefined || who === SOMEONE_ELSE ? null : who,
  takenFrom: who === SOMEONE_ELSE ? takenFrom?.trim() || null : null,
  channel: channel ?? null,
});

/** The portal writes its promises itself. */
const BY_HAND = PROMISE_CHANNELS.filter((channel) => channel !== "portal");

type PromiserFieldsProps = { readonly contacts: readonly Pick<Contact, "id" | "name">[] };

export function PromiserFields({ contacts }: PromiserFieldsProps) {
  const { acts, promiseDesk } = useWords();
  const who = Form.useWatch<string | undefined>("who") ?? SOMEONE_ELSE;
  const people = contacts.map(({ id, name }) => ({ value: id, label: name }));
  const someoneElse = { value: SOMEONE_ELSE, label: promiseDesk.someoneElse };
  return (
    <>
      <div className="act-pair">
        <Form.Item name="who" label={acts.takenFrom}>
          <Select options={[...people, someoneElse]} />
        </Form.Item>
        <Form.Item name="channel" label={promiseDesk.channel}>
          <Select options={optionsOf(promiseDesk.channels, BY_HAND)} />
        </Form.Item>
      </div>
      {who === SOMEONE_ELSE && (
        <Form.Item name="takenFrom" label={promiseDesk.whoElse}>
          <Input />
        </Form.Item>
      )}
    </>
  );
}
