import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createBoardQueryClient } from './api/createBoardQueryClient.ts';
import { tellFault } from './api/tellFault.ts';
import { NotLoaded } from './ui/createLate.tsx';
import { FaultBoundary } from './ui/FaultBoundary.tsx';

/** Draws the page into index.html's one element. */
export function showPage(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id "root"');
  createRoot(root, {
    onCaughtError(error, { errorBoundary }) {
      // That a file could not be fetched is no fault of the page, and its server could hardly be told.
      if (error instanceof NotLoaded) return;
      tellFault(errorBoundary instanceof FaultBoundary ? errorBoundary.props.part : 'page', error);
      reportError(error);
    },
  }).render(
    <StrictMode>
      <FaultBoundary part="page">
        <QueryClientProvider client={createBoardQueryClient()}>
          <App />
        </QueryClientProvider>
      </FaultBoundary>
    </StrictMode>,
  );
}
