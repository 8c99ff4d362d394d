import type { Express, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { addressOf } from '../http/addressOf.ts';
import { Fault } from '../http/Fault.ts';
import { type Frame, PLAIN_FRAME } from '../http/frame.ts';
import { noteOf } from '../http/note.ts';
import { refuseMethod, refuseReading } from '../http/requests.ts';
import { createAttempts } from './attempts.ts';
import { createAudit, type Note } from './audit.ts';
import type { AccessConfig, SignedConfig } from './config.ts';
import { createCookieJar } from './cookies.ts';
import { addOidcRoutes } from './oidcRoutes.ts';
import { type Access, OPEN_ACCESS } from './openAccess.ts';
import { createAccessPages } from './pages.ts';
import { type Person, setPerson } from './person.ts';
import { addPersonRoutes } from './personRoutes.ts';
import { createProxyReader } from './proxyReader.ts';
import { createOwnOrigin, isAct, isLocal, isNavigation, queryOf, readGoal } from './requests.ts';
import { createSessions, type Session, type StartSession } from './sessions.ts';
import { createPasswordForm, createScreenForm } from './signInForms.ts';
import { isSecret } from './tokens.ts';
import { basisOf, createUsers } from './users.ts';

export interface AccessParts<Config extends AccessConfig> {
  config: Config;
  /** around the pages of access */
  frame?: Frame;
  clock: Clock;
  log: Logger;
}

/** Decides who may look. */
export function createAccess({ config, ...parts }: AccessParts<AccessConfig>): Access {
  return config.mode === 'none' ? OPEN_ACCESS : createSignIn({ config, ...parts });
}

/** Every request is asked anew: a session that ended, or a user who was disabled, is out. */
function createSignIn({ config, frame = PLAIN_FRAME, clock, log }: AccessParts<SignedConfig>): Access {
  const { ticks } = clock;
  const { site, times, usersFile } = config;
  const audit = createAudit(log, clock.now);
  const users = createUsers(usersFile, {
    complain: (error) => log.error({ err: error }, 'users file'),
    tell: (act, person) => audit.note({ act, person, address: '', reason: 'by npm run users' }),
  });
  const sessions = createSessions(times, ticks);
  const pages = createAccessPages(config, frame, ticks);
  const sessionCookie = createCookieJar(site, 'session');
  const screenCookie = createCookieJar(site, 'screen');
  const requireOwnOrigin = createOwnOrigin(site);
  const toPath = (path: string) => site.basePath + path;

  const note: Note = (request, act, person, reason = '') =>
    audit.note({ act, person, address: addressOf(request), reason });

  /** Whom a session stands for now; it ends with what it rests on. */
  const readSession = (session: Session): Person | null => {
    if (config.mode !== 'local') return session.person;
    const user = users.find(session.person.name);
    if (user !== null && basisOf(user) === session.basis) return { name: user.name, role: user.role };
    sessions.end(session);
    return null;
  };

  const findSession = (request: Request): Session | null => {
    const token = sessionCookie.read(request);
    return token === '' ? null : sessions.find(token);
  };

  /** Whether a browser comes with nothing: a session that ended leaves its cookie behind, a sign-out does not. */
  const isSignedOut = (request: Request) =>
    config.mode !== 'proxy' && sessionCookie.read(request) === '' && screenCookie.read(request) === '';

  /**
   * Whether an address may be a page of ours. Who asks for another has often got the path of the proxy wrong, and the
   * sign-in would stand under that one too.
   */
  const isPage = ({ path }: Request) =>
    ['/', '/account', '/audit'].includes(path) || path.startsWith('/api/');

  const asksProxy = config.mode === 'proxy' ? createProxyReader(config, note) : null;

  const identify = (request: Request): Person | null => {
    const proxied = asksProxy?.(request) ?? null;
    if (proxied !== null) return proxied;
    const session = findSession(request);
    const person = session === null ? null : readSession(session);
    if (session !== null && person !== null) {
      if (isAct(request)) sessions.touch(session);
      return person;
    }
    const token = screenCookie.read(request);
    const screen = token === '' ? null : users.findScreen(token);
    return screen === null ? null : { name: screen, role: 'wall' };
  };

  const requirePerson: RequestHandler = (request, response, next) => {
    const person = identify(request);
    if (person === null) {
      if (!isNavigation(request)) throw new Fault(isSignedOut(request) ? 'signed_out' : 'sign_in_required');
      if (!isPage(request)) {
        const cause = `nobody is signed in, and there is no such page; BASE_PATH is ${site.basePath || 'not set'}`;
        throw new Fault('not_found', { cause });
      }
      const query = request.url === '/' ? '' : `?${new URLSearchParams({ goal: request.url })}`;
      noteOf(request).route = 'sign_in';
      response.redirect(303, toPath(`/sign-in${query}`));
      return;
    }
    setPerson(request, person);
    next();
  };

  const requireMonitor: RequestHandler = (request, _response, next) => {
    const { metricsToken } = config;
    const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const isMonitor = metricsToken !== null && isSecret(token, metricsToken);
    if (!isMonitor && !isLocal(request, site) && identify(request) === null)
      throw new Fault('sign_in_required');
    next();
  };

  const startSession: StartSession = (request, response, { person, basis, goal }) => {
    const before = findSession(request);
    if (before !== null) sessions.end(before);
    note(request, 'signed_in', person.name);
    sessionCookie.write(response, sessions.begin(person, basis, addressOf(request)));
    response.redirect(303, toPath(goal));
  };

  const addOpenRoutes = (app: Express) => {
    const attempts = createAttempts();
    const forms = { site, users, attempts, pages, note, startSession, screenCookie };
    const goalOf = (request: Request) => readGoal(queryOf(request).get('goal'));
    const signIn = app.route('/sign-in').get((request, response) => {
      noteOf(request).route = 'sign_in';
      if (identify(request) !== null) response.redirect(303, toPath(goalOf(request)));
      else {
        const isOut = queryOf(request).has('signed_out');
        pages.sendSignIn(
          response,
          goalOf(request),
          isOut ? 'signed_out' : config.mode === 'proxy' ? 'proxy' : null,
        );
      }
    });
    if (config.mode === 'local') signIn.post(requireOwnOrigin, createPasswordForm(forms, config.cost));
    signIn.all(refuseMethod);
    if (config.mode === 'oidc') addOidcRoutes(app, { config, ticks, pages, note, signIn: startSession });
    if (usersFile !== null)
      app.route('/sign-in-screen').post(requireOwnOrigin, createScreenForm(forms)).all(refuseReading);
    app.route('/sign-out').post(requireOwnOrigin, signOut).all(refuseReading);
  };

  const signOut: RequestHandler = (request, response) => {
    noteOf(request).route = 'sign_out';
    const session = findSession(request);
    if (session !== null) {
      sessions.end(session);
      note(request, 'signed_out', session.person.name);
    }
    sessionCookie.clear(response);
    screenCookie.clear(response);
    response.redirect(303, toPath('/sign-in?signed_out'));
  };

  const addPersonalRoutes = (app: Express) => {
    const list = () => sessions.list().filter((session) => readSession(session) !== null);
    addPersonRoutes(app, {
      config,
      pages,
      audit,
      sessions: { ...sessions, list },
      findSession,
      note,
      requireOwnOrigin,
    });
  };

  return { addOpenRoutes, requirePerson, addPersonalRoutes, requireOwnOrigin, requireMonitor };
}
