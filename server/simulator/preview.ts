import { createDice } from './space/dice.ts';

/** How long one picture stands, in ms: about as long as the real service's. */
const STANDS = 30_000;
const WIDTH = 640;
const HEIGHT = 360;

/** A picture of a meeting, as SVG: the same for a session until half a minute is over. `instant` in ms, UTC. */
export function drawPreview(sessionId: string, instant: number): string {
  const session = Number.parseInt(sessionId.slice(0, 8), 16);
  const people = createDice(session);
  const moment = createDice(session, Math.floor(instant / STANDS));
  const count = people.between(2, 9);
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const speaker = moment.between(0, count - 1);
  const tileWidth = WIDTH / columns;
  const tileHeight = HEIGHT / rows;

  const tiles = Array.from({ length: count }, (_, seat) => {
    const hue = people.between(0, 359);
    const x = (seat % columns) * tileWidth + 6;
    const y = Math.floor(seat / columns) * tileHeight + 6;
    const centre = tileWidth / 2 + moment.between(-12, 12);
    const head = tileHeight / 7;
    const skin = `hsl(${people.between(15, 35)} 45% ${people.between(45, 75)}%)`;
    const edge = seat === speaker ? '#ffd54f' : 'none';
    // an svg of its own clips the tile
    return [
      `<svg x="${x}" y="${y}" width="${tileWidth - 12}" height="${tileHeight - 12}">`,
      `<rect width="100%" height="100%" rx="10" fill="hsl(${hue} 32% 30%)"/>`,
      `<ellipse cx="${centre}" cy="${tileHeight * 0.85}" rx="${head * 2}" ry="${head * 1.7}" fill="hsl(${hue} 45% 52%)"/>`,
      `<circle cx="${centre}" cy="${tileHeight * 0.42}" r="${head}" fill="${skin}"/>`,
      `<rect width="100%" height="100%" rx="10" fill="none" stroke="${edge}" stroke-width="8"/></svg>`,
    ].join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect width="100%" height="100%" fill="#12151c"/>${tiles.join('')}</svg>`;
}
