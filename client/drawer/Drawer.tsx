import { useId } from 'react';
import type { Conference } from '#contract/readConference.ts';
import { Aside } from '../ui/Aside.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { DrawerBody } from './DrawerBody.tsx';
import { DrawerHead } from './DrawerHead.tsx';
import type { DrawerTab } from './sections.ts';

export interface DrawerProps {
  /** always the newest version of it */
  conference: Conference;
  /** IANA zone in which times are told */
  zone: string;
  /** of the space, for example `https://acme.signalwire.com`: what curl asks, and where previews may come from */
  origin: string;
  /** beside the table, which stays in use; or a modal sheet over it */
  place: 'beside' | 'sheet';
  /** what is to be said of the conference's place in the list, if anything */
  note: string | null;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
  /** address of this very view */
  link: () => string;
  onClose: () => void;
  /** null at the ends of the list */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** Everything about one conference. It follows the conference it is given, and keeps what the reader has opened. */
export function Drawer(props: DrawerProps) {
  const titleId = useId();
  const content = (close: () => void) => (
    <>
      <DrawerHead {...props} titleId={titleId} onClose={close} />
      <DrawerBody {...props} />
    </>
  );
  if (props.place === 'sheet')
    return (
      <Sheet labelledBy={titleId} onClose={props.onClose}>
        {content}
      </Sheet>
    );
  return (
    <Aside labelledBy={titleId} onClose={props.onClose}>
      {content(props.onClose)}
    </Aside>
  );
}
