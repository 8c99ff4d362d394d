import { ConferencesPage } from './conferences/ConferencesPage.tsx';

/** The whole page. */
export function App() {
  return <ConferencesPage />;
}
