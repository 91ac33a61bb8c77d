import { useId, useState, type InputHTMLAttributes, type ReactNode } from 'react';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'> {
  label: string;
  value: string;
  /** What is wrong with it, said at the field. */
  problem?: string | undefined;
  /** What it must be, said before anything is wrong. */
  hint?: string;
  onChange: (text: string) => void;
}

/** One line of text under its label. */
export function TextField({ label, value, problem, hint, onChange, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="fine">
          {hint}
        </p>
      )}
      <p id={`${id}-problem`} className="field-problem" role="status">
        {problem}
      </p>
    </div>
  );
}

interface PasswordFieldProps {
  label: string;
  value: string;
  /** Whether it is a new one, which a browser may offer to make and keep. */
  fresh?: boolean;
  problem?: string | undefined;
  onChange: (text: string) => void;
}

const freshHint = 'At least 8 characters, better 15 or more: a short sentence is easy to keep in mind.';

/** A password, hidden until one asks to see it; pasting one is welcome. */
export function PasswordField({ label, value, fresh = false, problem, onChange }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <div>
      <TextField
        label={label}
        type={shown ? 'text' : 'password'}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        required
        value={value}
        problem={problem}
        onChange={onChange}
        {...(fresh && { hint: freshHint })}
      />
      <p className="check-line">
        <input id={id} type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        <label htmlFor={id}>Show it</label>
      </p>
    </div>
  );
}

/** What keeps a form from being sent, said where the hand is. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <p className="form-problem" role="alert">
      {children}
    </p>
  );
}
