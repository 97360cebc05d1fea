import type { SimulatedSender } from '@jangkau/contracts';

/** Sentences to begin with, as people in each situation really write. PANDAWA speaks Indonesian, so they stay. */
export const ideas: Record<SimulatedSender['situation'], readonly string[]> = {
  arrears: ['kartu sy mati, gmn biar aktif lagi', 'tunggakan saya berapa ya', 'ikut rehab', 'mau komplain'],
  'former-pbi': [
    'kis saya kok gak bisa dipakai berobat',
    'mau aktifkan lagi bpjs nya',
    'saya mau bicara petugas',
  ],
  'laid-off': ['abis kena phk bpjs saya gmn', 'aktifkan kembali kartu saya', 'pindah mandiri'],
  active: ['cek status', 'ganti faskes', 'nama saya salah di kartu', 'sudah bayar tapi belum masuk'],
  unknown: ['halo', 'alamat kantor bpjs denpasar', 'iuran kelas 3 berapa'],
};
