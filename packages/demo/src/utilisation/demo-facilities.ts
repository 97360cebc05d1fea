import { areaRows } from '../places/area-rows.ts';

/** A health facility of the made-up branch. */
export interface DemoFacility {
  /** Eight characters, as BPJS has them; made up. */
  code: string;
  name: string;
  level: 'FKTP' | 'FKRTL';
  areaCode: string;
}

const regencies = ['51.71', '51.03', '51.02'] as const;

/** Two puskesmas and two clinics a district, four hospitals a regency. None of them exists. */
export async function demoFacilities(): Promise<DemoFacility[]> {
  const districts = await areaRows('districts', regencies);
  const names = new Map((await areaRows('regencies', regencies)).map(({ code, name }) => [code, name]));
  const title = (name: string) => name.toLowerCase().replace(/\b\w/g, (letter) => letter.toUpperCase());
  const first = districts.flatMap(({ code, name }): DemoFacility[] => {
    const digits = code.replaceAll('.', '').slice(2);
    const of = (n: number, text: string): DemoFacility => ({
      code: `22${digits}0${n}`,
      name: `${text} (contoh)`,
      level: 'FKTP',
      areaCode: code,
    });
    const place = title(name);
    return [
      of(1, `Puskesmas ${place} I`),
      of(2, `Puskesmas ${place} II`),
      of(3, `Klinik Pratama ${place} 1`),
      of(4, `Klinik Pratama ${place} 2`),
    ];
  });
  const hospitals = regencies.flatMap((code): DemoFacility[] =>
    [1, 2, 3, 4].map((n) => ({
      code: `22${code.slice(3)}R00${n}`,
      name: `Rumah Sakit ${title((names.get(code) ?? code).replace(/^(KABUPATEN|KOTA) /i, ''))} ${n} (contoh)`,
      level: 'FKRTL',
      areaCode: code,
    })),
  );
  return [...first, ...hospitals];
}
