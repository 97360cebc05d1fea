import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { CsvBuffer } from './csv-buffer.ts';

function written(write: (buffer: CsvBuffer) => void): string {
  const buffer = new CsvBuffer(4096);
  write(buffer);
  return new TextDecoder().decode(buffer.bytes.subarray(0, buffer.length));
}

const field = fc.string({ unit: fc.constantFrom(...'abzAZ09 ,".é\'ü/-'), minLength: 1, maxLength: 20 });

test('fields come back as they went in', () => {
  fc.assert(
    fc.property(fc.array(field, { minLength: 2, maxLength: 5 }), (fields) => {
      const text = written((buffer) => {
        fields.forEach((value, i) => {
          if (i > 0) buffer.comma();
          buffer.text(value);
        });
        buffer.end();
      });
      expect(parseCsv(text, { typeInference: false })[0]).toEqual(fields);
    }),
  );
});

test('capitals are those of the language', () => {
  fc.assert(
    fc.property(field, (value) => {
      const plain = written((buffer) => buffer.text(value.toUpperCase()));
      expect(written((buffer) => buffer.upper(value))).toBe(plain);
    }),
  );
});

test('numbers are padded and never cut', () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.integer({ min: 1, max: 18 }), (value, width) => {
      expect(written((buffer) => buffer.digits(value, width))).toBe(String(value).padStart(width, '0'));
    }),
  );
});
