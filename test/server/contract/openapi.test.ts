import { describe, expect, test } from 'vitest';
import { conference } from '#contract/conference.ts';
import { pageLinks } from '#contract/conferencesPage.ts';
import { activeSession } from '#contract/session.ts';
import {
  CONFERENCES_PATH,
  FRAME_RATES,
  LAYOUTS,
  QUALITIES,
  QUERY_PARAMETERS,
  SIZES,
} from '#contract/values.ts';
import { type OpenApiSchema, openApi } from '../../support/openapi.ts';

const { schemas } = openApi.components;

describe('the contract, compared with the published OpenAPI', () => {
  test.each([
    ['Video.Conference', conference],
    ['Video.ActiveSession', activeSession],
    ['Video.PaginationLinks', pageLinks],
  ])('%s has the same properties, and requires the same ones', (name, ours) => {
    const published = schemas[name];
    const required = Object.entries(ours.shape).filter(([, field]) => !field.safeParse(undefined).success);

    expect(Object.keys(ours.shape).sort()).toEqual(Object.keys(published?.properties ?? {}).sort());
    expect(required.map(([field]) => field).sort()).toEqual((published?.required ?? []).toSorted());
  });

  test('a conference has 28 fields and its session, a session has 20', () => {
    expect(Object.keys(conference.shape)).toHaveLength(29);
    expect(Object.keys(activeSession.shape)).toHaveLength(20);
  });

  test.each(Object.entries(conference.shape).filter(([field]) => field !== 'active_session'))(
    'a conference’s %s takes values of the published type, and null where that is published',
    (field, ours) => {
      const published = schemas['Video.Conference']?.properties?.[field];
      expect(ours.safeParse(null).success).toBe(isNullable(published));
      expect(ours.safeParse(sampleOf(published)).success).toBe(true);
      expect(ours.safeParse(Symbol('no JSON')).success).toBe(false);
    },
  );

  test.each(Object.entries(activeSession.shape))(
    'a session’s %s takes values of the published type',
    (field, ours) => {
      expect(ours.safeParse(sampleOf(schemas['Video.ActiveSession']?.properties?.[field])).success).toBe(
        true,
      );
      expect(ours.safeParse(Symbol('no JSON')).success).toBe(false);
    },
  );

  test.each([
    ['Video.VideoQuality', QUALITIES],
    ['Video.VideoLayout', LAYOUTS],
    ['Video.ConferenceSize', SIZES],
    ['Video.RoomSessionStatus', ['in-progress', 'completed']],
    ['Video.VideoFps', FRAME_RATES],
  ])('%s has the same values in the same order', (name, ours) => {
    expect([...ours]).toEqual(schemas[name]?.enum);
  });

  test('the path and its six query parameters are the published ones', () => {
    const parameters = openApi.paths[CONFERENCES_PATH]?.get.parameters ?? [];
    const inQuery = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    expect([...QUERY_PARAMETERS]).toEqual(inQuery);
  });
});

function isNullable(schema: OpenApiSchema | undefined): boolean {
  return [schema?.type, ...(schema?.oneOf ?? []).map(({ type }) => type)].flat().includes('null');
}

/** A value of the published type, whatever it is. */
function sampleOf(schema: OpenApiSchema | undefined): unknown {
  const named = schema?.$ref?.split('/').at(-1);
  if (named !== undefined) return sampleOf(schemas[named]);
  const [first] = schema?.oneOf ?? [];
  if (first !== undefined) return sampleOf(first);
  if (schema?.enum !== undefined) return schema.enum[0];
  const samples: Record<string, unknown> = { string: 'text', boolean: true, integer: 3, object: {} };
  return samples[[schema?.type].flat()[0] ?? ''];
}
