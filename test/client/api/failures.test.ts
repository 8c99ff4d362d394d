import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../client/api/ApiError.ts';
import { explain, explainCode } from '../../../client/api/failures.ts';
import { FAILURES } from '../../../server/http/failures.ts';

describe('explaining a failure', () => {
  it('says what an administrator must check when the credentials are refused, 401 or 403', () => {
    for (const code of ['upstream_auth', 'upstream_forbidden'] as const) {
      const { advice, remedy } = explain(new ApiError({ code, message: '' }));
      expect(advice).toMatch(/SIGNALWIRE_PROJECT_ID.*SIGNALWIRE_API_TOKEN.*Video/);
      expect(remedy).toBe('administrator');
    }
  });

  it('has a title and an advice of its own for every code that the server can give', () => {
    for (const code of Object.keys(FAILURES)) {
      const { title, advice } = explainCode(code);
      expect([code, advice]).toEqual([code, expect.stringMatching(/^\S.+\.$/)]);
      if (code !== 'internal') expect([code, title]).not.toEqual([code, explainCode('internal').title]);
    }
  });

  it('does not take a word that every object has for a code', () => {
    expect(explainCode('toString')).toEqual(explainCode('internal'));
    expect(explainCode(null)).toEqual(explainCode('internal'));
  });

  it('owns up to a mistake of the page itself', () => {
    expect(explain(new TypeError('x is undefined')).title).toBe('The page made a mistake');
  });
});
