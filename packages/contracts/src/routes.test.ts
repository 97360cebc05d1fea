import { expect, test } from 'vitest';
import { type Route, routeUrl } from './route.ts';
import { routes } from './routes.ts';

test('no two routes share a method and a path', () => {
  const keys = Object.values(routes).map((route) => `${route.method} ${route.path.replace(/:\w+/g, ':x')}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every route with a session says what it does, so that the matrix can be asked', () => {
  for (const [name, route] of Object.entries(routes) as [string, Route][])
    expect([name, route.action === undefined]).toEqual([name, route.session === false]);
});

test('every parameter of a path has a schema', () => {
  for (const route of Object.values(routes) as Route[]) {
    const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
    expect(Object.keys(route.params?.shape ?? {}).sort()).toEqual(names.sort());
  }
});

test('an address has its parameters and the filters that are set', () => {
  expect(
    routeUrl(
      routes.listPeople,
      { id: 'a b' },
      { banjar: 'Kaja Kelod', reason: undefined, cursor: null, limit: 5 },
    ),
  ).toBe('/api/v1/runs/a%20b/people?banjar=Kaja+Kelod&limit=5');
  expect(() => routeUrl(routes.getRun)).toThrow('id');
});
