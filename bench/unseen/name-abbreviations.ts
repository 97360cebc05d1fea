/** How birth-order words are shortened or misspelt. */
export const ORDER_SHORT: Record<string, readonly string[]> = {
  Putu: ['Pt', 'Pt.'],
  Wayan: ['Wyn', 'Wy', 'Wyn.'],
  Gede: ['Gd', 'Gde', 'Gd.'],
  Luh: ['Lh'],
  Kompiang: ['Kompyang'],
  Kadek: ['Kdk', 'Kd', 'Kade'],
  Made: ['Md', 'Mde', 'Md.'],
  Nengah: ['Ngh', 'Nngah', 'Ngh.'],
  Komang: ['Kmg', 'Km', 'Koming'],
  Nyoman: ['Nym', 'Ny', 'Nyom', 'Nym.'],
  Ketut: ['Kt', 'Ktt', 'Kt.'],
};

/** How titles are shortened; some short forms stand for more than one title. */
export const TITLE_SHORT: Record<string, readonly string[]> = {
  'Ida Bagus': ['IB', 'I.B.', 'IB.', 'Ida Bgs', 'Idabagus'],
  'Ida Ayu': ['IA', 'I.A.', 'Ida A.', 'Dayu', 'Idaayu'],
  'Anak Agung': ['AA', 'A.A.', 'A A', 'AA.'],
  'Anak Agung Ayu': ['AA Ayu', 'A.A. Ayu', 'AA. Ayu', 'A A Ayu'],
  'Anak Agung Gede': ['AA Gede', 'A.A. Gde', 'AA Gd', 'A A Gede'],
  'Anak Agung Istri': ['AA Istri', 'A.A. Istri', 'AA Ist'],
  'Anak Agung Ngurah': ['AA Ngurah', 'A.A. Ngr', 'AA Ngr', 'AAN'],
  'Sagung Ayu': ['Sagung', 'Sg Ayu'],
  'I Gusti Ngurah': ['IGN', 'I.G.N.', 'I Gst Ngr', 'I Gst. Ngurah', 'Gst Ngurah'],
  'I Gusti Ayu': ['IGA', 'I Gst Ayu', 'I.G.A.', 'IG Ayu', 'Gst Ayu', 'I Gst. Ayu'],
  'I Gusti Agung': ['IGA', 'I Gst Agung', 'I Gst. Agung', 'IG Agung'],
  'I Gusti Ayu Agung': ['IGAA', 'I.G.A.A.', 'I Gst Ayu Agung'],
  'I Gusti': ['I Gst', 'IGst', 'Gst', 'I Gst.', 'IGusti'],
  Gusti: ['Gst', 'Gst.'],
  'Ni Gusti Ayu': ['NGA', 'Ni Gst Ayu', 'Gst Ayu'],
  'I Dewa': ['I Dw', 'Dw', 'I Dw.', 'IDewa'],
  Desak: ['Dsk', 'Ds', 'Dsk.'],
  Dewa: ['Dw', 'Dw.'],
  'Dewa Ayu': ['Dw Ayu', 'DA', 'Dw. Ayu'],
  Cokorda: ['Cok', 'Tjok', 'Tjokorda', 'Cok.'],
  'Cokorda Istri': ['Cok Istri', 'Tjok Istri', 'Cok Is'],
  Ngakan: ['Ngkn', 'Ngkn.'],
  Sang: ['Sg'],
  'Sang Ayu': ['Sg Ayu'],
  Pande: ['Pnd'],
  'Ni Pande': ['Ni Pnd'],
  'Si Luh': ['Siluh'],
};

/** The ways Muhammad is written. */
export const MUHAMMAD = [
  'Muhammad',
  'Mohammad',
  'Mohamad',
  'Muhamad',
  'Moh',
  'Moh.',
  'Muh',
  'Mhd',
  'M.',
  'Mochamad',
  'Mochammad',
];

/** What people of a birth order are called at home. */
export const NICK: Record<string, string> = {
  Putu: 'Tu',
  Wayan: 'Yan',
  Gede: 'De',
  Kadek: 'Dek',
  Made: 'De',
  Nengah: 'Ngah',
  Komang: 'Mang',
  Nyoman: 'Man',
  Ketut: 'Tut',
  Luh: 'Luh',
};
