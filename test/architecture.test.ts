import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface SourceFile {
  path: string;
  text: string;
  /** paths of our own files that it imports, types included */
  imports: string[];
  /** the same without those that vanish when types are stripped */
  runtimeImports: string[];
}

const IMPORT =
  /(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const found = [...text.matchAll(IMPORT)].map(([, type, from, lazily]) => ({
    target: resolveImport(path, from ?? lazily ?? ''),
    typeOnly: type !== undefined,
  }));
  const own = found.filter(({ target }) => /^(client|server|test)\//.test(target));
  return {
    path,
    text,
    imports: own.map(({ target }) => target),
    runtimeImports: own.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
  };
}

function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('#contract/')) return specifier.replace('#contract/', 'server/contract/');
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier;
}

const sources = globSync('{client,server,test}/**/*.{ts,tsx}').map(readSource);
const styles = globSync('client/**/*.css').map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const inRoom = (room: string) => sources.filter(({ path }) => path.startsWith(room));

/** Lines of "file imports file" that break a rule; a rule holds when there are none. */
function trespasses(
  room: string,
  forbidden: (target: string) => boolean,
  kind: 'imports' | 'runtimeImports' = 'imports',
) {
  return inRoom(room).flatMap((file) =>
    file[kind].filter(forbidden).map((target) => `${file.path} imports ${target}`),
  );
}

/** Files outside of their homes whose code (comments left out) matches a pattern. */
function strays(room: string, pattern: RegExp, homes: readonly string[]) {
  return inRoom(room)
    .filter(({ path }) => !homes.some((home) => path.startsWith(home)))
    .filter(({ text }) => pattern.test(text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')))
    .map(({ path }) => path);
}

describe('who may import whom', () => {
  it('finds the sources at all', () => {
    expect(inRoom('client/').length).toBeGreaterThan(20);
    expect(inRoom('server/').length).toBeGreaterThan(10);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
  });

  it('keeps the server out of the client, but for the contract', () => {
    expect(trespasses('client/', (target) => /^server\/(?!contract\/)/.test(target))).toEqual([]);
  });

  it('keeps schemas, which our policy would not let run, out of the browser', () => {
    const schemas = inRoom('server/contract/')
      .filter(({ text }) => text.includes("from 'zod'"))
      .map(({ path }) => path);
    expect(schemas.length).toBeGreaterThan(0);
    const runs = (file: SourceFile) => file.runtimeImports.filter((target) => schemas.includes(target));
    const plain = [
      ...inRoom('client/'),
      ...inRoom('server/contract/').filter(({ path }) => !schemas.includes(path)),
    ];
    expect(plain.flatMap((file) => runs(file).map((target) => `${file.path} imports ${target}`))).toEqual([]);
  });

  it('keeps the client and the tests out of the server', () => {
    expect(trespasses('server/', (target) => /^(client|test)\//.test(target))).toEqual([]);
    expect(trespasses('client/', (target) => target.startsWith('test/'))).toEqual([]);
  });

  it('lets the contract import nothing of ours but itself', () => {
    expect(trespasses('server/contract/', (target) => !target.startsWith('server/contract/'))).toEqual([]);
  });

  it('writes the simulator from the contract alone', () => {
    const outside = (target: string) => !/^server\/(simulator|contract)\/|^server\/clock\.ts$/.test(target);
    expect(trespasses('server/simulator/', outside)).toEqual([]);
  });

  it('keeps lib pure: it imports only itself and the contract', () => {
    expect(trespasses('client/lib/', (target) => !/^(client\/lib|server\/contract)\//.test(target))).toEqual(
      [],
    );
  });

  it('keeps ui free of domain, query and view', () => {
    expect(trespasses('client/ui/', (target) => !/^client\/(ui|lib)\//.test(target))).toEqual([]);
  });
});

/** What leads to one another in circles, each circle as its nodes in order. */
function findCircles(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reach = (start: string) => {
    const seen = new Set<string>();
    const next = [...(arrows.get(start) ?? [])];
    for (let node = next.pop(); node !== undefined; node = next.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      next.push(...(arrows.get(node) ?? []));
    }
    return seen;
  };
  const reached = new Map([...arrows.keys()].map((node) => [node, reach(node)]));
  const circles = [...reached]
    .filter(([node, nodes]) => nodes.has(node))
    .map(([node, nodes]) =>
      [...nodes]
        .filter((other) => reached.get(other)?.has(node))
        .sort()
        .join(', '),
    );
  return [...new Set(circles)];
}

/** Arrows from file to file, types included, each end renamed; what gets no name is left out, as is an arrow to itself. */
function drawArrows(nameOf: (path: string) => string | null): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    const from = nameOf(path);
    if (from === null) continue;
    const targets = imports.map(nameOf).filter((to) => to !== null);
    arrows.set(from, new Set([...(arrows.get(from) ?? []), ...targets].filter((to) => to !== from)));
  }
  return arrows;
}

describe('arrows run down only', () => {
  it('finds a circle where there is one', () => {
    const arrows = new Map(Object.entries({ a: ['b'], b: ['c', 'd'], c: ['a'], d: [] }));
    expect(findCircles(new Map([...arrows].map(([from, to]) => [from, new Set(to)])))).toEqual(['a, b, c']);
  });

  it('between files, types included', () => {
    expect(findCircles(drawArrows((path) => path))).toEqual([]);
  });

  it('between what lies side by side in each folder, be it a file or a folder with all that is in it', () => {
    const folders = new Set(sources.map(({ path }) => dirname(path)));
    const circles = [...folders].flatMap((folder) =>
      findCircles(
        drawArrows((path) =>
          path.startsWith(`${folder}/`) ? `${folder}/${path.slice(folder.length + 1).split('/')[0]}` : null,
        ),
      ),
    );
    expect(circles).toEqual([]);
  });
});

describe('what stands only in one place', () => {
  it('touches the address only in view', () => {
    expect(
      strays(
        'client/',
        /\b(window\.)?(location|history)\.(search|href|pathname|hash|assign|pushState|replaceState)/,
        ['client/view/'],
      ),
    ).toEqual([]);
  });

  it('fetches only in client/api', () => {
    expect(strays('client/', /\bfetch\(/, ['client/api/'])).toEqual([]);
  });

  it('reads the environment only where the server starts', () => {
    const homes = [
      'server/main.ts',
      'server/dev.ts',
      'server/simulator/main.ts',
      'server/access/main.ts',
      'server/healthcheck.ts',
    ];
    expect(strays('server/', /process\.env\b/, homes)).toEqual([]);
    expect(strays('client/', /process\.env\b/, [])).toEqual([]);
  });

  it('speaks to SignalWire through the proxy alone', () => {
    const speaks = /\bfetch\(|https?\.request\(|https?\.get\(|from 'undici'/;
    expect(strays('server/', speaks, ['server/simulator/', 'server/healthcheck.ts'])).toEqual([]);
    expect(
      inRoom('server/')
        .filter(({ text }) => text.includes("from 'http-proxy-middleware'"))
        .map(({ path }) => path),
    ).toEqual(['server/conferences/flight.ts']);
  });

  it("writes the product's own colours only in tokens.css", () => {
    const colour = /#[0-9a-f]{3,8}\b(?!-)|\b(rgb|hsl|hwb|oklch|oklab|lch|lab)a?\(/i;
    const painted = styles.filter(({ path }) => path !== 'client/styles/tokens.css');
    expect(painted.filter(({ text }) => colour.test(text)).map(({ path }) => path)).toEqual([]);
    const inCode = inRoom('client/').filter(({ text }) => /(['"`])#[0-9a-f]{6}\1/i.test(text));
    expect(inCode.map(({ path }) => path)).toEqual([]);
  });

  it('leaves nothing switched off or undecided', () => {
    // The one file that may spell these words: it looks for them.
    const left = /\bTODO\b|\bFIXME\b|\.(skip|only)\(|\bas any\b|@ts-(ignore|expect-error)/;
    const here = 'test/architecture.test.ts';
    expect(
      sources.filter(({ path, text }) => path !== here && left.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});
