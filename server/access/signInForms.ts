import type { RequestHandler } from 'express';
import { addressOf } from '../http/addressOf.ts';
import { noteOf } from '../http/note.ts';
import type { Attempts } from './attempts.ts';
import type { Note } from './audit.ts';
import type { CookieJar } from './cookies.ts';
import type { AccessPages } from './pages.ts';
import { type Cost, isPassword } from './passwords.ts';
import { readForm, readGoal } from './requests.ts';
import type { StartSession } from './sessions.ts';
import type { Site } from './site.ts';
import { basisOf, type Users } from './users.ts';

interface FormParts {
  site: Site;
  users: Users;
  attempts: Attempts;
  pages: AccessPages;
  note: Note;
  startSession: StartSession;
  screenCookie: CookieJar;
}

/** s: as long as browsers keep a cookie; a screen signs in once */
const SCREEN_AGE = 400 * 24 * 3600;

/** Takes name and password. The answer is the same for a wrong password, an unknown name and a disabled user. */
export function createPasswordForm(
  { users, attempts, pages, note, startSession }: FormParts,
  cost: Cost,
): RequestHandler {
  return async function signInWithPassword(request, response) {
    noteOf(request).route = 'sign_in';
    const form = await readForm(request);
    const name = (form.get('name') ?? '').trim().toLowerCase().slice(0, 64);
    const password = form.get('password') ?? '';
    const goal = readGoal(form.get('goal'));
    const judged = users.find(name);
    const isRight = () => isPassword(password.slice(0, 256), judged?.password ?? null, cost);
    const verdict = await attempts.judge(name, addressOf(request), isRight);
    // Meanwhile somebody may have disabled the user, or given them another password.
    const user = users.find(name);
    if (verdict === 'right' && user !== null && user.password === judged?.password) {
      const { role } = user;
      startSession(request, response, { person: { name, role }, basis: basisOf(user), goal });
      return;
    }
    const isLater = verdict === 'later';
    const isDisabled = users.isDisabled(name);
    const reason = isLater ? 'too many attempts' : isDisabled ? 'disabled' : 'name or password';
    note(request, 'refused', isDisabled ? name : (judged?.name ?? null), reason);
    pages.sendSignIn(response, goal, isLater ? 'later' : 'wrong', name);
  };
}

/** Takes the token of a screen on the wall. */
export function createScreenForm({
  site,
  users,
  attempts,
  pages,
  note,
  screenCookie,
}: FormParts): RequestHandler {
  return async function signScreenIn(request, response) {
    noteOf(request).route = 'sign_in_screen';
    const form = await readForm(request);
    const token = (form.get('token') ?? '').trim();
    const goal = readGoal(form.get('goal'));
    const isRight = async () => users.findScreen(token) !== null;
    const verdict = await attempts.judge('', addressOf(request), isRight);
    const screen = verdict === 'right' ? users.findScreen(token) : null;
    if (screen === null) {
      note(request, 'refused', null, verdict === 'later' ? 'too many attempts' : 'token of a screen');
      pages.sendSignIn(response, goal, verdict === 'later' ? 'later' : 'wrong_token');
      return;
    }
    note(request, 'screen_signed_in', screen);
    screenCookie.write(response, token, SCREEN_AGE);
    response.redirect(303, site.basePath + goal);
  };
}
