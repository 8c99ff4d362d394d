import type { ServerResponse } from 'node:http';
import { type Frame, sendPage } from '../http/frame.ts';
import type { AuditAct, AuditEntry } from './audit.ts';
import type { SignedConfig } from './config.ts';
import type { OidcProblem } from './oidc.ts';
import type { Person } from './person.ts';
import type { Session } from './sessions.ts';

/** What the sign-in page has to say, and with which status. */
const NOTES = {
  wrong: [403, 'The name or the password is wrong.'],
  wrong_token: [403, 'There is no screen with this token, or no more.'],
  later: [429, 'Too many attempts were wrong. Wait a quarter of an hour, then try again.'],
  signed_out: [200, 'You are signed out.'],
  provider_away: [502, 'The sign-in service cannot be reached. Try again in a moment.'],
  provider_refused: [403, 'The sign-in service did not let you in.'],
  not_trusted: [403, 'The answer of the sign-in service could not be trusted. Try again.'],
  expired: [403, 'That sign-in took too long, or began in another browser. Try again.'],
  not_allowed: [403, 'You may not look at this board. An administrator can let you in.'],
  proxy: [401, 'You are not signed in. Sign in where your organisation does, then load this page again.'],
} satisfies Record<OidcProblem | string, readonly [number, string]>;

export type SignInNote = keyof typeof NOTES;

/** Text that stays text, in an element and in a quoted attribute. */
function toText(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Writes the pages of access: plain HTML in the frame of the built client. */
export interface AccessPages {
  /** @param name what was typed, so that only the password must be typed again */
  sendSignIn(response: ServerResponse, goal: string, note: SignInNote | null, name?: string): void;
  sendAccount(response: ServerResponse, person: Person, canSignOut: boolean): void;
  /** @param people who is signed in, and whether it is whoever asks */
  sendAudit(
    response: ServerResponse,
    entries: readonly AuditEntry[],
    people: readonly { session: Session; isOwn: boolean }[],
  ): void;
}

export function createAccessPages(config: SignedConfig, frame: Frame, ticks: () => number): AccessPages {
  const send = (response: ServerResponse, status: number, content: string) =>
    sendPage(response, status, content, frame);

  return {
    sendSignIn(response, goal, note, name = '') {
      const [status, words] = note === null ? [200, null] : NOTES[note];
      const notice = words === null ? '' : `<p role="alert">${words}</p>`;
      send(response, status, `<h2>Sign in</h2>${notice}${writeWays(config, goal, name)}`);
    },

    sendAccount(response, { name, role }, canSignOut) {
      const words = { look: '', administer: ', as an administrator', wall: ', a screen on the wall' }[role];
      const audit = role === 'administer' ? '<p><a href="audit">Who signed in, and when</a></p>' : '';
      const signOut = canSignOut
        ? '<form method="post" action="sign-out"><button>Sign out</button></form>'
        : '';
      const who = `<p>You are signed in as <strong>${toText(name)}</strong>${words}.</p>`;
      send(response, 200, `<h2>You</h2>${who}${audit}${signOut}<p><a href="./">Back to the board</a></p>`);
    },

    sendAudit(response, entries, people) {
      const now = ticks();
      const signedIn = people.map(
        ({ session: { handle, person, address, begun, active }, isOwn }) =>
          `<tr><td>${toText(person.name)}${isOwn ? ' (you)' : ''}</td><td>${toText(address)}</td><td>${minutes(now - begun)}</td><td>${minutes(now - active)}</td><td><form method="post" action="sign-out-other"><input type="hidden" name="handle" value="${handle}"><button aria-label="Sign out ${toText(person.name)}">Sign out</button></form></td></tr>`,
      );
      const acts = entries.map(
        ({ at, act, person, address, reason }) =>
          `<tr><td><time>${at.replace('T', ' ').replace(/\.\d+Z/, ' UTC')}</time></td><td>${ACTS[act]}</td><td>${toText(person ?? '–')}</td><td>${toText(address)}</td><td>${toText(reason)}</td></tr>`,
      );
      const content = [
        '<p><a href="./">Back to the board</a></p><h2>Signed in now</h2>',
        writeTable(['Who', 'From', 'For', 'Idle for', 'End it'], signedIn),
        '<h2>What happened</h2>',
        writeTable(['When', 'What', 'Who', 'From', 'Why'], acts),
      ];
      send(response, 200, content.join(''));
    },
  };
}

const ACTS: Record<AuditAct, string> = {
  signed_in: 'Signed in',
  signed_out: 'Signed out',
  signed_out_by: 'Signed out by an administrator',
  screen_signed_in: 'Screen signed in',
  refused: 'Refused',
  forbidden: 'Not allowed',
  user_added: 'User added',
  user_disabled: 'User disabled',
  user_enabled: 'User enabled',
  password_changed: 'Password changed',
  screen_added: 'Screen added',
  screen_removed: 'Screen removed',
};

const minutes = (ms: number) => `${Math.floor(ms / 60_000)} min`;

function writeTable(heads: readonly string[], rows: readonly string[]): string {
  if (rows.length === 0) return '<p>Nobody.</p>';
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  return `<div tabindex="0" role="group" aria-label="${heads.join(', ')}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** The ways in, by mode; screens have a token wherever there is a file of them. */
function writeWays(config: SignedConfig, goal: string, name: string): string {
  const hidden = `<input type="hidden" name="goal" value="${toText(goal)}">`;
  const screen =
    config.usersFile === null
      ? ''
      : `<details><summary>A screen on the wall</summary><form method="post" action="sign-in-screen">${hidden}<label>Token<input name="token" autocomplete="off" spellcheck="false" required maxlength="100"></label><button>Show the board here</button></form></details>`;
  if (config.mode === 'proxy') return screen;
  if (config.mode === 'oidc') {
    const start = `start-sign-in?${new URLSearchParams({ goal })}`;
    return `<p><a class="button" href="${toText(start)}">Sign in with ${toText(new URL(config.issuer).host)}</a></p>${screen}`;
  }
  const [atName, atPassword] = name === '' ? [' autofocus', ''] : ['', ' autofocus'];
  return `<form method="post" action="sign-in">${hidden}<label>Name<input name="name" value="${toText(name)}"${atName} autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64"></label><label>Password<input name="password" type="password"${atPassword} autocomplete="current-password" required maxlength="256"></label><button>Sign in</button></form>${screen}`;
}
