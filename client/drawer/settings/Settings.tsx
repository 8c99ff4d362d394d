import { Check, Minus } from 'lucide-react';
import { type ColumnId, readField } from '#contract/columns.ts';
import { readFlag } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import { Copyable } from '../../ui/Copy.tsx';
import { Field, Fields } from '../../ui/Fields.tsx';
import { LongText } from '../../ui/LongText.tsx';
import { FieldActions } from '../FieldActions.tsx';
import { Section } from '../Section.tsx';
import { SECTIONS } from '../sections.ts';
import { written } from '../words.ts';
import styles from './Settings.module.css';
import { SWITCHES, writeSize } from './settingWords.ts';

/** How a conference is set up: what it is called, what a session starts with, and every switch in words. */
export function Settings({ conference }: { conference: Conference }) {
  const actions = (column: ColumnId) => <FieldActions conference={conference} column={column} />;
  return (
    <Section tab="settings" title={SECTIONS.settings.title}>
      <Fields>
        <Field name="display_name" label="Display name" actions={actions('name')}>
          {written(conference.display_name, (name) => (
            <bdi>{name}</bdi>
          ))}
        </Field>
        <Field name="name" label="Name">
          {written(conference.name, (name) => (
            <Copyable label="Copy name" text={name} />
          ))}
        </Field>
        <Field name="id" label="Conference ID">
          <Copyable label="Copy conference ID" text={conference.id} />
        </Field>
        <Field name="description" label="Description" actions={actions('description')}>
          {written(conference.description, (text) => (
            <LongText key={conference.id} text={text} />
          ))}
        </Field>
        <Field name="size" label="Size" actions={actions('size')}>
          {written(conference.size, writeSize)}
        </Field>
        <Field name="layout" label="Layout at the start" actions={actions('layout')}>
          {conference.layout}
        </Field>
        <Field name="quality" label="Quality" actions={actions('quality')}>
          {conference.quality}
        </Field>
        {SWITCHES.map(({ name, label, on, off }) => (
          <Field key={name} name={name} label={label} actions={actions(name)}>
            {written(readFlag(readField(name, conference.raw)), (isOn) => (
              <span className={styles.switch} data-on={isOn}>
                {isOn ? <Check size={14} aria-hidden /> : <Minus size={14} aria-hidden />}
                {isOn ? on : off}
              </span>
            ))}
          </Field>
        ))}
      </Fields>
    </Section>
  );
}
