import { defineText } from '../text/define-text.ts';

export const licencesText = defineText({
  id: {
    title: 'Lisensi dan sumber data',
    lede: 'Jangkau sendiri dibagikan dengan Lisensi Apache 2.0. Berikut data dan perangkat lunak pihak lain yang dipakai.',
    data: 'Data',
    software: 'Perangkat lunak',
    areas:
      'Nama dan kode provinsi, kabupaten/kota, kecamatan, desa dan kelurahan berasal dari idn-area-data (hak cipta 2023 Fityan). Tabelnya tersedia dengan Open Database License (ODbL) 1.0, isinya dengan Database Contents License 1.0. Siapa pun yang menerbitkan daftar atau peta dari tabel ini wajib menyebut sumbernya; tabel wilayah yang diubah lalu diteruskan wajib memakai ODbL juga.',
    boundaries:
      'Batas desa tidak disertakan. Pengelola memuatnya dari berkas pilihannya sendiri dan mematuhi ketentuan berkas itu. Salah satu sumber, wilayah_boundaries (hak cipta 2024 Cahya DSN), memakai lisensi MIT.',
    people:
      'Semua orang pada data peragaan adalah karangan. NIK-nya memakai nomor urut yang tidak pernah diterbitkan.',
    name: 'Nama',
    licence: 'Lisensi',
    use: 'Untuk',
    uses: {
      ui: 'tampilan halaman ini',
      server: 'server dan basis data',
      linkage: 'pencocokan data dalam jumlah besar',
      files: 'membaca dan menulis berkas',
    },
    texts: 'Teks lisensi lengkap ada di folder node_modules dan berkas docs/licences.md pada pemasangan ini.',
  },
  en: {
    title: 'Licences and data sources',
    lede: 'Jangkau itself is under the Apache License 2.0. These are the data and software of others it uses.',
    data: 'Data',
    software: 'Software',
    areas:
      'Names and codes of provinces, regencies, districts and villages come from idn-area-data (copyright 2023 Fityan). Its tables are under the Open Database License (ODbL) 1.0, their contents under the Database Contents License 1.0. Whoever publishes a list or map made with them must name the source; a changed area table that is passed on must be under the ODbL too.',
    boundaries:
      'Village boundaries are not included. The operator loads them from a file of their choice and keeps to its terms. One source, wilayah_boundaries (copyright 2024 Cahya DSN), is under the MIT licence.',
    people:
      'Everyone in the demonstration data is made up. Their NIKs carry serial numbers that are never issued.',
    name: 'Name',
    licence: 'Licence',
    use: 'Used for',
    uses: {
      ui: 'the pages you see',
      server: 'server and database',
      linkage: 'matching data in bulk',
      files: 'reading and writing files',
    },
    texts:
      'Full licence texts lie in the node_modules folder and the file docs/licences.md of this installation.',
  },
});
