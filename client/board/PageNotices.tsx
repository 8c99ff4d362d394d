import { useState, useSyncExternalStore } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ReloadButton } from '../ui/ReloadButton.tsx';
import { subscribeToAddress, unusableAtFirst, wasTooLong } from '../view/address.ts';

interface PageNoticesProps {
  /** the server's; undefined until it has said it */
  version: string | undefined;
  /** what is wrong with the zone of the address; null for nothing */
  zoneProblem: string | null;
  /** a session that was asked for and that no conference holds; null for none */
  lostSession: string | null;
  onShowAll: () => void;
}

/** What is to be said of the page as a whole; most of the time nothing. */
export function PageNotices({ version, zoneProblem, lostSession, onShowAll }: PageNoticesProps) {
  return (
    <>
      {useIsUpdated(version) && (
        <Notice tone="information" title="Callboard was updated." actions={<ReloadButton />}>
          This page is of the version before; your view is in its address.
        </Notice>
      )}
      {zoneProblem !== null && <Notice tone="warning" title={zoneProblem} />}
      <AddressNotice />
      {lostSession !== null && (
        <Notice
          tone="warning"
          title={`No conference holds the session ${lostSession}.`}
          actions={<Button onClick={onShowAll}>Show all</Button>}
        />
      )}
    </>
  );
}

/** Whether the server is of another version than when the page was loaded. */
function useIsUpdated(version: string | undefined): boolean {
  const [first, setFirst] = useState(version);
  if (first === undefined && version !== undefined) setFirst(version);
  return first !== undefined && version !== undefined && version !== first;
}

/** Says what an address cannot do: hold the view that was wanted, or mean something with what stands in it. */
function AddressNotice() {
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
