import { expect, test } from 'vitest';
import { type CsvRecord, RecordSplitter } from './record-splitter.ts';

const split = (text: string, width?: number): CsvRecord[] => {
  const splitter = new RecordSplitter({ delimiter: ',', lineEnd: '\n' }, width);
  return [...splitter.push(Buffer.from(text).toString('latin1')), ...splitter.end()];
};
const fields = (text: string, width?: number) => split(text, width).map((record) => record.fields);

test('values, quoted values, doubled quotes and both line ends', () => {
  expect(fields('a,b\r\n"c,d","e ""f"""\n\n,')).toEqual([
    ['a', 'b'],
    ['c,d', 'e "f"'],
    ['', ''],
  ]);
});

test('line numbers count blank lines and lines inside quotes', () => {
  expect(split('a,b\n\n"c\nd",e\nf,g', 2).map(({ line, lines }) => [line, lines])).toEqual([
    [1, 1],
    [3, 2],
    [5, 1],
  ]);
});

test('a quote inside a value is a letter, text after a closing quote is a fault', () => {
  expect(fields('5" pipa,x')).toEqual([['5" pipa', 'x']]);
  expect(split('"a"b,c')[0]?.fault).toBe('quotes');
});

test('a quote that is not closed spoils only its own line', () => {
  const found = split('1,"a,b\n2,c,d\n3,e,f', 3);
  expect(found.map(({ line, fault }) => [line, fault])).toEqual([
    [1, 'quotes'],
    [2, undefined],
    [3, undefined],
  ]);
});

test('a quote closed by the next stray one does not swallow the rows between', () => {
  const found = split('1,"a,b\n2,c,d\n3,e",f\n4,g,h', 3);
  expect(found.map(({ fields: [first] }) => first)).toEqual(['1', '2', '3', '4']);
});

test('broken characters and zero bytes are told', () => {
  const splitter = new RecordSplitter({ delimiter: ',', lineEnd: '\n' });
  const found = splitter.push('a\xff,b\na\0,b\n\xc3\xa9,b\n');
  expect(found.map(({ fault }) => fault)).toEqual(['encoding', 'zero-bytes', undefined]);
  expect(found[2]?.fields[0]).toBe('é');
});

test('a line of more than a million characters is cut off and set aside', () => {
  const found = split(`a,b\n${'x'.repeat(1_500_000)}\nc,d\n`);
  expect(found.map(({ fault }) => fault)).toEqual([undefined, 'too-long', undefined]);
  expect(found[1]?.raw.length).toBe(1000);
});
