import { useState, type SubmitEvent } from 'react';
import { useAskingAddress, useSendsMail } from '../api/reader';
import { FormProblem, TextField } from './fields';

/** Asks for what is followed to be sent to an address, whose owner is asked first; nothing where no mail is sent. */
export function AskByMail({ follows }: { follows?: readonly string[] }) {
  const [to, setTo] = useState('');
  const asking = useAskingAddress();
  const sendsMail = useSendsMail();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    asking.mutate({ address: to.trim(), ...(follows && { follows: [...follows] }) });
  };
  if (!sendsMail) return null;
  return (
    <form className="row-form" onSubmit={submit} aria-label="Get it by mail">
      <TextField
        label="Your e-mail address"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        value={to}
        onChange={setTo}
      />
      <button type="submit" disabled={asking.isPending}>
        Send it to me each day
      </button>
      {asking.error && <FormProblem>{asking.error.message}</FormProblem>}
      <p role="status">{asking.data?.says}</p>
    </form>
  );
}
