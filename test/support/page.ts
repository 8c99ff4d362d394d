import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// A slow machine is no failure.
configure({ asyncUtilTimeout: 10_000 });

// What is drawn goes after each test, and so does what it was still loading: a component that hears of its
// code when the window is gone would fail whichever test runs then.
afterEach(async () => {
  cleanup();
  await vi.dynamicImportSettled();
});
