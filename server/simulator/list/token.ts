import { createHmac } from 'node:crypto';
import type { ListQuery } from './query.ts';

/** What a page token stands for: one page of one filtered list at one page size. */
type Bound = Pick<ListQuery, 'startsAfter' | 'endsBefore' | 'pageSize' | 'pageNumber'>;

/** Makes the token of a page: opaque, and the same in every walk, so that unchanged pages are the same bytes. */
export function createPageTokens(seed: number): (page: Bound) => string {
  return function tokenOf({ startsAfter, endsBefore, pageSize, pageNumber }) {
    const digest = createHmac('sha256', `page token ${seed}`)
      .update(JSON.stringify([startsAfter, endsBefore, pageSize, pageNumber]))
      .digest('hex');
    const parts = [
      digest.slice(0, 8),
      digest.slice(8, 12),
      digest.slice(12, 16),
      digest.slice(16, 20),
      digest.slice(20, 32),
    ];
    return `PA${parts.join('-')}`;
  };
}
