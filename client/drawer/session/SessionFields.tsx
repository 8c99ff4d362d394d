import { GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Conference } from '#contract/readConference.ts';
import type { Session } from '#contract/readSession.ts';
import { Copyable } from '../../ui/Copy.tsx';
import { Field, FoldedFields } from '../../ui/Fields.tsx';
import { When } from '../When.tsx';
import { writeSwitchLine, written } from '../words.ts';
import { findDifferences } from './differences.ts';
import styles from './SessionFields.module.css';
import {
  SESSION_LABELS,
  writeFrameRate,
  writeMembers,
  writeRecording,
  writeSeconds,
  writeState,
  writeSync,
} from './sessionWords.ts';

interface SessionFieldsProps {
  conference: Conference;
  session: Session;
  zone: string;
}

/** All 20 fields of a session, each with its unit, and where the conference itself says otherwise; what is not set folded. */
export function SessionFields({ conference, session, zone }: SessionFieldsProps) {
  const differences = findDifferences(conference, session);
  const { join_from, join_until } = differences;
  const others = {
    ...differences,
    join_from: join_from && <When value={join_from} zone={zone} />,
    join_until: join_until && <When value={join_until} zone={zone} />,
  };
  const field = (name: keyof Session, value: ReactNode) => ({
    isSet: session[name] !== null,
    field: (
      <Field
        key={name}
        name={`active_session.${name}`}
        label={SESSION_LABELS[name]}
        note={others[name] && <Difference>{others[name]}</Difference>}
      >
        {value}
      </Field>
    ),
  });
  const when = (name: 'start_time' | 'end_time' | 'join_from' | 'join_until' | 'remove_at') =>
    field(name, <When value={session[name]} zone={zone} />);
  const copied = (name: 'id' | 'room_id' | 'preview_url') => {
    const label = SESSION_LABELS[name];
    return field(
      name,
      written(session[name], (text) => <Copyable label={`Copy ${label}`} text={text} />),
    );
  };
  const fields = [
    field('status', written(session.status, writeState)),
    when('start_time'),
    when('end_time'),
    field('duration', written(session.duration, writeSeconds)),
    when('join_from'),
    when('join_until'),
    when('remove_at'),
    field('remove_after_seconds_elapsed', written(session.remove_after_seconds_elapsed, writeSeconds)),
    field('max_members', written(session.max_members, writeMembers)),
    field('layout', session.layout),
    field('quality', session.quality),
    field('fps', written(session.fps, writeFrameRate)),
    field('audio_video_sync', written(session.audio_video_sync, writeSync)),
    field('record_on_start', written(session.record_on_start, writeRecording)),
    field('enable_room_previews', written(session.enable_room_previews, writeSwitchLine)),
    copied('preview_url'),
    field('name', session.name),
    field(
      'display_name',
      written(session.display_name, (name) => <bdi>{name}</bdi>),
    ),
    copied('id'),
    copied('room_id'),
  ];
  return <FoldedFields fields={fields} />;
}

/** Points out that the conference's own setting is another than the session's value beside it. */
function Difference({ children }: { children: ReactNode }) {
  return (
    <span className={styles.difference}>
      <GitCompareArrows size={12} aria-hidden />
      <span>Differs: the conference says {children}</span>
    </span>
  );
}
