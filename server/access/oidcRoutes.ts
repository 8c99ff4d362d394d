import type { Express, Request } from 'express';
import { noteOf } from '../http/note.ts';
import { refuseMethod } from '../http/requests.ts';
import type { Note } from './audit.ts';
import type { OidcConfig } from './config.ts';
import { createCookieJar } from './cookies.ts';
import { createOidc, OidcError } from './oidc.ts';
import type { AccessPages, SignInNote } from './pages.ts';
import { queryOf, readGoal } from './requests.ts';
import type { StartSession } from './sessions.ts';
import { createToken, hashToken } from './tokens.ts';

interface OidcRouteParts {
  config: OidcConfig;
  ticks: () => number;
  pages: AccessPages;
  note: Note;
  signIn: StartSession;
}

/** `/start-sign-in` leads to the provider, `/callback` is where it sends people back. */
export function addOidcRoutes(app: Express, { config, ticks, pages, note, signIn }: OidcRouteParts): void {
  const oidc = createOidc(config, ticks);
  const tryCookie = createCookieJar(config.site, 'try');
  const explain = (request: Request, error: unknown): SignInNote => {
    if (!(error instanceof OidcError)) throw error;
    noteOf(request).error = error.cause;
    note(request, 'refused', error.person, error.problem);
    return error.problem;
  };

  app
    .route('/start-sign-in')
    .get(async (request, response) => {
      noteOf(request).route = 'start_sign_in';
      const goal = readGoal(queryOf(request).get('goal'));
      // Kept while there is one, so that two tabs may sign in side by side.
      const browser = tryCookie.read(request) || createToken();
      try {
        const url = await oidc.begin(hashToken(browser), goal);
        tryCookie.write(response, browser);
        response.redirect(303, url.href);
      } catch (error) {
        pages.sendSignIn(response, goal, explain(request, error));
      }
    })
    .all(refuseMethod);
  app
    .route('/callback')
    .get(async (request, response) => {
      noteOf(request).route = 'callback';
      try {
        const { person, goal } = await oidc.finish(
          hashToken(tryCookie.read(request)),
          `?${queryOf(request)}`,
        );
        signIn(request, response, { person, basis: '', goal });
      } catch (error) {
        pages.sendSignIn(response, '/', explain(request, error));
      }
    })
    .all(refuseMethod);
}
