import { Suspense } from 'react';
import type { View } from '#contract/view/view.ts';
import type { Answer } from '../roster/question.ts';
import { FaultBoundary } from '../ui/FaultBoundary.tsx';
import { useKeys } from '../ui/useKeys.ts';
import type { ChangeView } from '../view/useView.ts';
import { LazyDrawer } from './lazyDrawer.tsx';
import { MissingConference } from './MissingConference.tsx';
import { rowOf } from './rowOf.ts';
import type { Opened } from './useOpened.ts';

interface OpenedConferenceProps {
  opened: Opened;
  view: View;
  answer: Answer | null;
  zone: string;
  /** of the space */
  origin: string;
  /** whether there is room for the drawer beside the table */
  wide: boolean;
  /** whether single letters act as keys */
  keys: boolean;
  /** address of this very view */
  link: () => string;
  onChange: ChangeView;
}

/** The conference that the address opens, in its drawer, with the way to the one before, the one after, and out. */
export function OpenedConference(props: OpenedConferenceProps) {
  const { opened, view, answer, onChange } = props;
  const close = () => {
    const row = rowOf(view.c ?? '');
    onChange({ c: null, tab: 'session' });
    row?.focus();
  };

  const position = view.c === null || answer === null ? -1 : answer.positionOf(view.c);
  const step = (by: -1 | 1) => {
    const id = position < 0 ? null : (answer?.idAt(position + by) ?? null);
    if (id === null) return null;
    const page = Math.floor((position + by) / view.rows) + 1;
    return () => {
      onChange({ c: id, page }, 'replace');
      // From a row of the table the arrows go on from where the brackets led.
      if (document.activeElement?.matches('[data-row]')) rowOf(id)?.focus();
    };
  };
  const [toPrevious, toNext] = [step(-1), step(1)];

  useKeys({ Escape: close }, view.c !== null);
  useKeys({ '[': () => toPrevious?.(), ']': () => toNext?.() }, props.keys, 'in dialogs too');

  if (opened.kind === 'none') return null;
  if (opened.kind !== 'found')
    return <MissingConference id={view.c ?? ''} why={opened.kind} onClose={close} />;
  const { conference } = opened;
  return (
    <FaultBoundary
      part="drawer"
      resetOn={[conference]}
      frame={(notice) => <MissingConference id={conference.id} why={{ notice }} onClose={close} />}
    >
      <Suspense fallback={null}>
        <LazyDrawer
          conference={conference}
          zone={props.zone}
          origin={props.origin}
          place={props.wide ? 'beside' : 'sheet'}
          note={opened.inResults ? null : 'Not in the current results'}
          tab={view.tab}
          onTab={(tab) => onChange({ tab }, 'replace')}
          link={props.link}
          onClose={close}
          onPrevious={toPrevious}
          onNext={toNext}
        />
      </Suspense>
    </FaultBoundary>
  );
}
