import { ConferencesPage } from './board/ConferencesPage.tsx';

/** The whole page. */
export function App() {
  return <ConferencesPage />;
}
