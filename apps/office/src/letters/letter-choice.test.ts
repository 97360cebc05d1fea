import { expect, test } from 'vitest';
import { orderOf } from './letter-choice.ts';

test('a choice is an order once nothing is missing', () => {
  expect(orderOf({})).toBeNull();
  expect(orderOf({ area: '51.71' })).toEqual({ topic: 'dinas-sosial', area: '51.71', exit: 'pemda' });
  expect(orderOf({ topic: 'employer', area: '51.71' })).toBeNull();
  expect(orderOf({ topic: 'employer', area: '51.71', employer: 'BU-1' })).toEqual({
    topic: 'employer',
    area: '51.71',
    employerCode: 'BU-1',
  });
});

test('a visit list is of a banjar of a village', () => {
  expect(orderOf({ topic: 'visit-list', area: '51.71', banjar: 'Kaja' })).toBeNull();
  expect(orderOf({ topic: 'visit-list', area: '51.71.01.1002', banjar: 'Kaja' })).toEqual({
    topic: 'visit-list',
    area: '51.71.01.1002',
    banjar: 'Kaja',
  });
});
