import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchActivity } from './api/activity.ts';
import { boardQuery } from './api/board.ts';
import { createBoardQueryClient } from './api/createQueryClient.ts';
import { tellFault } from './api/tellFault.ts';
import { Board } from './board/Board.tsx';
import { pageQuery } from './board/list/queries.ts';
import { loadPreferences, zoneOf } from './preferences.ts';
import { liveWithTranslators } from './translators.ts';
import { makeDefaultPolicy } from './trustedTypes.ts';
import { NotLoaded } from './ui/createLate.tsx';
import { FaultBoundary } from './ui/FaultBoundary.tsx';
import { leaveComposingAlone } from './ui/keys.ts';
import { currentView } from './view/address.ts';

makeDefaultPolicy();
liveWithTranslators();
watchActivity(window);
leaveComposingAlone();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

const client = createBoardQueryClient();
const view = currentView();
const first = Promise.all([
  client.prefetchQuery(pageQuery({ view, zone: zoneOf(view, loadPreferences()).zone })),
  client.prefetchQuery(boardQuery),
]);

/** Most first answers come within this time, ms: the page is then drawn once, with its rows, and nothing in it moves. */
const SOON = 100;

const page = createRoot(root, {
  onCaughtError(error, { errorBoundary }) {
    // That a file could not be fetched is no fault of the page, and its server could hardly be told.
    if (error instanceof NotLoaded) return;
    tellFault(errorBoundary instanceof FaultBoundary ? errorBoundary.props.part : 'page', error);
    reportError(error);
  },
});
void Promise.race([first, new Promise((resolve) => setTimeout(resolve, SOON))]).then(() =>
  page.render(
    <StrictMode>
      <FaultBoundary part="page">
        <QueryClientProvider client={client}>
          <Board />
        </QueryClientProvider>
      </FaultBoundary>
    </StrictMode>,
  ),
);
