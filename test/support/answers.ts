import type { Page } from 'playwright-core';

/** An answer that a page got of the board's API: its path, and what came over the wire, headers included. */
export interface Arrived {
  path: string;
  bytes: number;
}

/** Does something to a page that lets it ask for news, and tells all that came of it, once nothing is under way. */
type NoteAnswers = (act: () => Promise<void>) => Promise<Arrived[]>;

export async function createNoteAnswers(page: Page): Promise<NoteAnswers> {
  const devtools = await page.context().newCDPSession(page);
  const underway = new Map<string, Arrived>();
  let arrived: Arrived[] = [];
  let settled = () => {};
  const end = (requestId: string, bytes?: number) => {
    const answer = underway.get(requestId);
    if (answer !== undefined) arrived.push({ ...answer, bytes: bytes ?? answer.bytes });
    underway.delete(requestId);
    if (underway.size === 0) settled();
  };
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/')) underway.set(requestId, { path: pathname, bytes: 0 });
  });
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const answer = underway.get(requestId);
    if (answer !== undefined) answer.bytes = response.encodedDataLength;
  });
  devtools.on('Network.loadingFinished', (event) => end(event.requestId, event.encodedDataLength));
  // Also where the page reads no body, as of an answer that says "not modified": its headers came all the same.
  devtools.on('Network.loadingFailed', ({ requestId }) => end(requestId));
  await devtools.send('Network.enable');

  const settle = async () => {
    // What an answer leads to is asked for once it is drawn.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    while (underway.size > 0)
      await new Promise<void>((resolve) => {
        settled = resolve;
      });
  };

  return async function noteAnswers(act) {
    await settle();
    arrived = [];
    const news = page.waitForResponse(/\/search\?/);
    await act();
    await news;
    await settle();
    await settle();
    return arrived;
  };
}
