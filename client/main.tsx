import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBoardQueryClient } from './api/createQueryClient.ts';
import { Board } from './board/Board.tsx';
import { pageQuery } from './board/list/queries.ts';
import { loadPreferences, zoneOf } from './preferences.ts';
import { currentView } from './view/address.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

const client = createBoardQueryClient();
// The first rows are on their way while the page is built.
const view = currentView();
void client.prefetchQuery(pageQuery({ view, zone: zoneOf(view, loadPreferences()) }));

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Board />
    </QueryClientProvider>
  </StrictMode>,
);
