import { cleanup, render, screen } from '@testing-library/react';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { createLate } from '../../../client/ui/createLate.tsx';
import { FaultBoundary } from '../../../client/ui/FaultBoundary.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const Picture = () => <p>the picture</p>;

/** A part whose code comes, or cannot be had, when the test says so. */
function createHeld() {
  const asked: PromiseWithResolvers<ComponentType<object>>[] = [];
  const load = () => {
    const held = Promise.withResolvers<ComponentType<object>>();
    asked.push(held);
    return held.promise;
  };
  return { asked, ...createLate('The picture could not be loaded.', load, <p>waiting</p>) };
}

it('a part of the page that was waited for is drawn once its code is there, and waits for no timer', async () => {
  // Timers stand still, as they would for somebody who counts milliseconds; React's own turns go on.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  const { Part, asked } = createHeld();
  const place = document.createElement('div');
  const root = createRoot(place);
  root.render(<Part />);
  await turns(20);
  expect(place.textContent).toBe('waiting');
  asked[0]?.resolve(Picture);
  await turns(20);
  expect(place.textContent).toBe('the picture');
  root.unmount();
});

it('a part that could not be prepared is fetched anew, without a word, when it is shown', async () => {
  const { Part, prepare, asked } = createHeld();
  prepare();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]?.reject(new Error('offline'));
  await asked[0]?.promise.catch(() => {});
  render(
    <StrictMode>
      <FaultBoundary part="test">
        <Part />
      </FaultBoundary>
    </StrictMode>,
  );
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.resolve(Picture);
  expect((await screen.findByText('the picture')).textContent).toBe('the picture');
});
