import { expect, test } from 'vitest';
import { ApiProblem, UnreadableAnswer } from '../api/failures.ts';
import { uploadIn } from './upload-file.ts';

test('tells the problem the server gave', () => {
  const problem = {
    type: 'urn:jangkau:problem:upload-too-large',
    title: 'Upload too large',
    status: 413,
    code: 'upload-too-large',
    message: 'Berkas terlalu besar.',
  };
  expect(() => uploadIn(413, JSON.stringify(problem))).toThrow(ApiProblem);
});

test('does not take an answer for an upload when it is not one', () => {
  expect(() => uploadIn(201, '{"id": 7}')).toThrow(UnreadableAnswer);
  expect(() => uploadIn(502, '<html>')).toThrow(ApiProblem);
});
