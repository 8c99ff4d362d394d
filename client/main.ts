import { watchActivity } from './api/activity.ts';
import { startFirstAnswer } from './api/firstAnswer.ts';
import { makeDefaultPolicy } from './trustedTypes.ts';
import { currentView } from './view/address.ts';

makeDefaultPolicy();
watchActivity(window);

// The small first script: the list is asked for while React and the page are still being downloaded. Only a
// range that SignalWire filters by asks something else first, and that needs the page's calendar.
const view = currentView();
if (view.match === 'overlaps' || (view.from === '' && view.to === '')) startFirstAnswer();

import('./page.tsx').then(
  ({ showPage }) => showPage(),
  () => {
    // What index.html says of it is shown at once.
    document.documentElement.dataset.unloaded = '';
  },
);
