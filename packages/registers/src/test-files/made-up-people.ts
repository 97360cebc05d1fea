/** A made-up resident in the canonical columns. */
export interface MadeUpPerson {
  no_penduduk: string;
  nik: string;
  no_kk: string;
  nama: string;
  jenis_kelamin: 'L' | 'P';
  tempat_lahir: string;
  tanggal_lahir: string;
  kode_desa: string;
  banjar: string;
  alamat: string;
  hubungan_keluarga: string;
  pekerjaan: string;
  no_hp: string;
}

const names = [
  'I Wayan Sudiarta',
  'Ni Luh Sari',
  'I Made Putra',
  'Ni Ketut Rahayu',
  'Ida Bagus Oka',
  'Siti Aminah',
];

/** Made-up people, always the same; the serial of every NIK is 0000, which is never issued. */
export function madeUpPeople(count: number): MadeUpPerson[] {
  return Array.from({ length: count }, (_, i) => {
    const woman = i % 2 === 1;
    const [day, month, year] = [1 + (i % 28), 1 + (i % 12), 1950 + (i % 70)];
    const two = (n: number) => String(n).padStart(2, '0');
    return {
      no_penduduk: `P${String(i + 1).padStart(6, '0')}`,
      nik: `5171${two(1 + (i % 4))}${two(woman ? day + 40 : day)}${two(month)}${two(year % 100)}0000`,
      no_kk: `5171010101${two(10 + (i % 14))}0000`,
      nama: names[i % names.length] as string,
      jenis_kelamin: woman ? 'P' : 'L',
      tempat_lahir: 'DENPASAR',
      tanggal_lahir: `${year}-${two(month)}-${two(day)}`,
      kode_desa: `51.71.01.10${two(1 + (i % 6))}`,
      banjar: 'Banjar Kaja',
      alamat: `Jl. Melati No. ${i + 1}`,
      hubungan_keluarga: 'ANAK',
      pekerjaan: 'Pedagang',
      no_hp: `0812${String(30000000 + i)}`,
    };
  });
}

/** Lines of a delimited file: header and rows, in the canonical columns. */
export function delimitedLines(people: readonly MadeUpPerson[], delimiter = ','): string[] {
  const header = Object.keys(people[0] ?? {});
  return [header, ...people.map((person) => Object.values(person) as string[])].map((cells) =>
    cells.join(delimiter),
  );
}
