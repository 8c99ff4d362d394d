import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { unusableAtFirst } from '../view/address.ts';

/** Says once what of the address could not be used, for a link gets cut and mistyped on its way. */
export function AddressNotice() {
  const [said, setSaid] = useState(unusableAtFirst.length === 0);
  if (said) return null;
  const parts = unusableAtFirst.map(({ name, text }) => `${name}=${text}`);
  return (
    <Notice
      tone="warning"
      title={`The address has something that cannot be used: ${parts.join(', ')}.`}
      actions={<Button onClick={() => setSaid(true)}>Understood</Button>}
    >
      The page shows its default instead.
    </Notice>
  );
}
