import { useState, useSyncExternalStore } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { subscribeToAddress, unusableAtFirst, wasTooLong } from '../view/address.ts';

/** Says what an address cannot do: hold the view that was wanted, or mean something with what stands in it. */
export function AddressNotice() {
  const isTooLong = useSyncExternalStore(subscribeToAddress, wasTooLong);
  if (!isTooLong) return <UnusableNotice />;
  return (
    <Notice tone="warning" title="This view would be too long for a link, so it stays as it was.">
      Remove some of the filters first, or use shorter ones.
    </Notice>
  );
}

/** Said once, for a link gets cut and mistyped on its way. */
function UnusableNotice() {
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
