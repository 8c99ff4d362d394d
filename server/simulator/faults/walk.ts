import { CONFERENCES_PATH } from '#contract/values.ts';
import { type Fault, replyChanged } from './fault.ts';

/** Pages that are right one by one, with links that lead a walk astray. */
export const WALK_FAULTS = {
  'repeated-next': {
    says: 'Every page’s next leads to that same page.',
    play: (exchange) =>
      replyChanged(exchange, ({ links, data }) => ({ links: { ...links, next: links.self }, data })),
  },
  'endless-tokens': {
    says: 'The first page again and again, each time with a next that was never seen before.',
    play(exchange) {
      const { url, ask, origin } = exchange;
      const number = Number(url.searchParams.get('page_number') ?? 0);
      const first = new URLSearchParams(url.searchParams);
      first.delete('page_number');
      first.delete('page_token');
      const answer = ask(first);
      if (!('page' in answer)) {
        exchange.reply(answer.status, answer.body);
        return;
      }
      const next = new URLSearchParams(first);
      next.set('page_number', String(number + 1));
      next.set('page_token', `PA00000000-0000-4000-8000-${String(number + 1).padStart(12, '0')}`);
      const links = { ...answer.page.links, next: `${origin}${CONFERENCES_PATH}?${next}` };
      exchange.reply(200, { links, data: answer.page.data });
    },
  },
  'half-cursor': {
    says: 'A next that names the following page and lacks its token.',
    play: (exchange) =>
      replyChanged(exchange, ({ links, data }) => {
        const next = new URL(links.self, exchange.origin);
        next.searchParams.set('page_number', String(Number(next.searchParams.get('page_number')) + 1));
        next.searchParams.delete('page_token');
        return { links: { ...links, next: next.href }, data };
      }),
  },
  'foreign-next': {
    says: 'A next on somebody else’s host.',
    play: (exchange) =>
      replyChanged(exchange, ({ links, data }) => {
        const next = new URL(links.next ?? links.self, exchange.origin);
        return { links: { ...links, next: `https://evil.example${next.pathname}${next.search}` }, data };
      }),
  },
  'word-next': linkTo('string'),
  'file-next': linkTo('file:///etc/passwd?page_number=1'),
  'first-page-next': linkTo('/api/video/conferences?page_number=0&page_token=PAx'),
  'oversized-next': linkTo(`/api/video/conferences?page_number=1&page_token=${'x'.repeat(5_000)}`),
  'refused-next': linkTo('/api/video/conferences?page_number=1&page_token=PAx&page_size=5000'),
  'plus-next': linkTo(
    '/api/video/conferences?page_number=1&page_token=PA+x+&starts_after=2026-01-01T00:00:00+02:00',
  ),
  'garbled-next': {
    says: 'A next that is no address.',
    play: (exchange) =>
      replyChanged(exchange, ({ links, data }) => ({
        links: { ...links, next: 'http://[:::]?%%%&page_number=x' },
        data,
      })),
  },
} satisfies Record<string, Fault>;

function linkTo(next: string): Fault {
  return {
    says: `A next that is ${next.length > 100 ? `${next.slice(0, 60)}…` : next}.`,
    play: (exchange) => replyChanged(exchange, ({ links, data }) => ({ links: { ...links, next }, data })),
  };
}
