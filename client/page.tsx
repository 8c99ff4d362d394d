import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createBoardQueryClient } from './api/createBoardQueryClient.ts';

/** Draws the page into index.html's one element. */
export function showPage(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id "root"');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createBoardQueryClient()}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
