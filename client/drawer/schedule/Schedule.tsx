import type { DateColumn } from '#contract/cellValues.ts';
import type { Conference } from '#contract/readConference.ts';
import { Field, Fields } from '../../ui/Fields.tsx';
import { FieldActions } from '../FieldActions.tsx';
import { Section } from '../Section.tsx';
import { SECTIONS } from '../sections.ts';
import { When } from '../When.tsx';
import styles from './Schedule.module.css';
import { WindowPicture } from './WindowPicture.tsx';

interface ScheduleProps {
  conference: Conference;
  zone: string;
}

/** When people may join: the window, how far away its ends are, in the reader's zone and in UTC. */
export function Schedule({ conference, zone }: ScheduleProps) {
  const actions = (column: DateColumn) => (
    <FieldActions conference={conference} column={column} zone={zone} />
  );
  return (
    <Section
      tab="schedule"
      title={SECTIONS.schedule.title}
      actions={<span className={styles.zone}>{zone.replaceAll('_', ' ')}</span>}
    >
      <WindowPicture conference={conference} />
      <Fields>
        <Field name="join_from" label="People may join from" actions={actions('join_from')}>
          <When value={conference.join_from} zone={zone} utc />
        </Field>
        <Field name="join_until" label="People may join until" actions={actions('join_until')}>
          <When value={conference.join_until} zone={zone} utc />
        </Field>
        <Field name="created_at" label="Created" actions={actions('created_at')}>
          <When value={conference.created_at} zone={zone} />
        </Field>
        <Field name="updated_at" label="Updated" actions={actions('updated_at')}>
          <When value={conference.updated_at} zone={zone} />
        </Field>
      </Fields>
    </Section>
  );
}
