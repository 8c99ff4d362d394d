import type { Express, Request, RequestHandler } from 'express';
import { Fault } from '../http/Fault.ts';
import { noteOf } from '../http/note.ts';
import { refuseMethod, refuseReading } from '../http/requests.ts';
import type { Audit, Note } from './audit.ts';
import type { SignedConfig } from './config.ts';
import type { AccessPages } from './pages.ts';
import { personOf } from './person.ts';
import { readForm } from './requests.ts';
import type { Session, Sessions } from './sessions.ts';

interface PersonRouteParts {
  config: SignedConfig;
  pages: AccessPages;
  audit: Audit;
  sessions: Pick<Sessions, 'list' | 'end'>;
  /** the session of a request, if it has one */
  findSession(request: Request): Session | null;
  note: Note;
  requireOwnOrigin: RequestHandler;
}

/** `/account` for everybody who is signed in; `/audit` and the end of somebody's session for administrators. */
export function addPersonRoutes(app: Express, parts: PersonRouteParts): void {
  const { config, pages, audit, sessions, findSession, note, requireOwnOrigin } = parts;
  const requireAdministrator: RequestHandler = (request, _response, next) => {
    const person = personOf(request);
    if (person?.role !== 'administer') {
      note(request, 'forbidden', person?.name ?? null, request.path);
      throw new Fault('forbidden');
    }
    next();
  };

  app
    .route('/account')
    .get((request, response) => {
      noteOf(request).route = 'account';
      const person = personOf(request);
      if (person === null) throw new Fault('sign_in_required');
      pages.sendAccount(response, person, config.mode !== 'proxy' || person.role === 'wall');
    })
    .all(refuseMethod);
  app
    .route('/audit')
    .all(requireAdministrator)
    .get((request, response) => {
      noteOf(request).route = 'audit';
      const own = findSession(request);
      // The sessions first: to look at them finds out who was disabled.
      const people = sessions.list().map((session) => ({ session, isOwn: session === own }));
      pages.sendAudit(response, audit.list(), people);
    })
    .all(refuseMethod);
  app
    .route('/sign-out-other')
    .all(requireAdministrator)
    .post(requireOwnOrigin, async (request, response) => {
      noteOf(request).route = 'sign_out_other';
      const handle = (await readForm(request)).get('handle');
      const by = personOf(request)?.name ?? '';
      for (const session of sessions.list().filter((one) => one.handle === handle)) {
        sessions.end(session);
        note(request, 'signed_out_by', session.person.name, `by ${by}`);
      }
      response.redirect(303, `${config.site.basePath}/audit`);
    })
    .all(refuseReading);
}
