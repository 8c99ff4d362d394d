import type { Express, RequestHandler } from 'express';
import { refuseOtherOrigin } from '../http/requests.ts';

/** Who may look at what. */
export interface Access {
  /** Adds what everybody may reach: signing in and out. */
  addOpenRoutes(app: Express): void;
  /** Lets nobody on who is not signed in: it stands before every route that is not for everybody. */
  requirePerson: RequestHandler;
  /** Adds what only people who are signed in may reach. */
  addPersonalRoutes(app: Express): void;
  /** Only this very board's own pages may write. */
  requireOwnOrigin: RequestHandler;
  /** Lets programs on that read figures: with the token, of this machine, or of somebody who is signed in. */
  requireMonitor: RequestHandler;
}

const passOn: RequestHandler = (_request, _response, next) => next();

/** For a board that this machine alone reaches: whoever does may look, and there is nobody to sign in. */
export const OPEN_ACCESS: Access = {
  addOpenRoutes() {},
  requirePerson: passOn,
  addPersonalRoutes() {},
  requireMonitor: passOn,
  requireOwnOrigin: refuseOtherOrigin,
};
