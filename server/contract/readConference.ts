import type { ColumnOf } from './columns.ts';
import type { ConferenceRow, conference } from './conference.ts';
import { readObject, readText } from './read.ts';
import { readSession } from './readSession.ts';

/**
 * Reads a row as it was sent: every documented field but the switches in its type, null where it is missing. Timestamps
 * and enums stay the raw text, so that a bad date or a new layout can be shown as it came. Switches are read
 * where they are shown, by their columns. It never throws, whatever the row holds.
 */
export function readConference(row: ConferenceRow) {
  return {
    id: row.id,
    name: readText(row.name),
    display_name: readText(row.display_name),
    description: readText(row.description),
    join_from: readText(row.join_from),
    join_until: readText(row.join_until),
    quality: readText(row.quality),
    layout: readText(row.layout),
    size: readText(row.size),
    dark_primary: readText(row.dark_primary),
    dark_background: readText(row.dark_background),
    dark_foreground: readText(row.dark_foreground),
    dark_success: readText(row.dark_success),
    dark_negative: readText(row.dark_negative),
    light_primary: readText(row.light_primary),
    light_background: readText(row.light_background),
    light_foreground: readText(row.light_foreground),
    light_success: readText(row.light_success),
    light_negative: readText(row.light_negative),
    meta: readObject(row.meta),
    created_at: readText(row.created_at),
    updated_at: readText(row.updated_at),
    active_session: readSession(row.active_session),
    /** the row as it came, unknown keys too */
    raw: row,
  } satisfies Record<Exclude<keyof typeof conference.shape, ColumnOf<'switch'>> | 'raw', unknown>;
}

/** A conference read out of a row. */
export type Conference = Readonly<ReturnType<typeof readConference>>;
