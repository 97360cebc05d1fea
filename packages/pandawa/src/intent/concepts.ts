/**
 * What words are about. A word the training utterances never used is understood through the concept it shares with
 * words they did use. Words are in plain spelling, after slang; a trailing star takes every ending.
 */
const lexicon: Readonly<Record<string, string>> = {
  death:
    'meninggal* kematian wafat* mati-raga jenazah duka tewas gugur tutup-usia dimakamkan dikubur ngaben diaben pemakaman lebar almarhum* died passed dead death deceased',
  birth:
    'lahir* bayi* melahirkan persalinan kelahiran kandungan hamil kehamilan bersalin newborn nicu melahirken kembar brojol bidan caesar sc sesar kontraksi baby born birth pregnant lahiran debay inkubator',
  layoff:
    'phk pecat* resign* berhenti-kerja diberhentikan dirumahkan nganggur* pengangguran bangkrut gulung-tikar pesangon mengundurkan pensiun-dini layoff laid pailit risen kontrak* outsourcing pemutusan pemecatan fired resigned job resign contract',
  work: 'kerja* karyawan* perusahaan kantor gaji* hrd bos* majikan pabrik hotel villa pns asn pppk cpns tni polri pegawai upah juragan atasan badan-usaha buruh',
  move: 'pindah* alih* beralih ubah* berubah mengubah dialihkan migrasi berganti perubahan peralihan switch konversi',
  change:
    'ganti* ubah* perbaiki* perbaikan koreksi* betulkan betulin benerin benarkan edit* update* perbarui pembaruan revisi* perubahan diganti diubah diupdate dibenerin memperbarui menyesuaikan sesuaikan change update correct fix samakan rubah dirubah disamakan',
  wrong:
    'salah* beda berbeda keliru cocok sesuai typo kurang-huruf padan tertukar meleset ketuker valid kebalik kebalikan wrong misspelled mistake',
  identity:
    'nama* nik tanggal* lahir-tanggal alamat email gelar ejaan huruf identitas dukcapil data* biodata kelamin gender ktp kk telepon hp marga name birthdate address phone date',
  segment: 'segmen* mandiri pbi ppu pbpu apbd apbn pemda kepesertaan tanggungan jkn-pbi',
  class: 'kelas* kris vip class',
  upward: 'naik* upgrade up naikkan menaikkan ',
  downward: 'turun* downgrade turunkan menurunkan ',
  facility:
    'faskes* puskesmas klinik* fktp dokter* fasilitas pratama poliklinik tempat-berobat clinic doctor puskes',
  referral:
    'rujuk* rujukan* spesialis* kontrol poli igd ugd rawat-jalan berjenjang merujuk sanglah ngoerah rsup referral refer specialist pengantar ngerujuk',
  hospital:
    'rs rumahsakit rsud rsup opname operasi* rawat* inap dirawat ranap igd ugd kamar berobat nginep hospital inpatient surgery mondok nginap',
  fine: 'denda* didenda dendanya sanksi pinalti hukuman penalti fine penalty fee',
  instalment:
    'cicil* rehab* angsur* bertahap diangsur mencicil nyicil* menyicil dicicil tahap* keringanan dicicilkan termin tempo-cicil pelan-pelan installment installments instalment instalments parts skema tenor plan separuh ngangsur',
  arrears:
    'tunggak* nunggak* menunggak tertunggak utang* hutang* pemutihan telat* lunasi melunasi lunasin pelunasan belum-bayar ngutang terhutang tunggakannya owe arrears unpaid debt behind ketinggalan tertinggal bolong',
  bill: 'tagihan* iuran* tarif* biaya premi nominal jatuhtempo jatuh tempo billing iurannya bulanan rincian bill contribution fee due deadline setor',
  pay: 'bayar* membayar pembayaran transfer* setor* lunas* dibayar bayarnya terbayar byar bayarin dibayarin menyetor pay paid payment nyetor',
  paid: 'terpotong kepotong terdebet didebet tercatat struk bukti kecatat terupdate masuk-sistem kebayar kebaca terdeteksi refund terbayarkan kedebet dobel-bayar resi masuk terverifikasi',
  payplace:
    'indomaret alfamart* minimarket gopay ovo dana shopee* qris atm brimo livin mbanking m-banking tokopedia pos bank* autodebet autodebit lpd bpd bri bca bni btn mobile-banking linkaja kasir brilink loket-bank warung konter',
  va: 'va virtual* vaku kodebayar account akun-virtual vanya briva rekening-tujuan 88888',
  active:
    'aktif* aktifkan mengaktifkan diaktifkan reaktivasi* pengaktifan aktivasi hidup* dihidupkan hidupin berlaku kepakai bangkit nyala nyalakan normal pulih memulihkan aktifnya diaktipkan dibuka active activate reactivate dinyalakan nyalain activated',
  dead: 'mati* nonaktif* dinonaktifkan terblokir blokir diblokir putus* diputus terputus dicabut kedaluwarsa beku dibekukan distop ngeblok hangus padam inactive expired dicoret dihapus-pbi off',
  register:
    'daftar* mendaftar* pendaftaran registrasi* bikin* pasang mendaftarkan terdaftar daftarin didaftarkan gabung join bergabung register registration sign enroll',
  add: 'tambah* menambah* penambahan masukkan memasukkan ditambah dimasukkan ikutkan sertakan menyertakan add include ikutin nambahi',
  family:
    'keluarga* istri suami anak* mertua orangtua bapak ibu adik kakak saudara ponakan keponakan cucu tanggungan kk sekeluarga anggota sepupu ipar menantu nikah menikah kawin pasangan anakku wife husband child son daughter mother father family bini bungsu',
  double:
    'ganda* dua double dobel duplikat* terduplikasi rangkap* kembar-data tumpang kedobelan merangkap duaduanya gabungkan menggabungkan satukan two duplicated duplicate twice kembar',
  card: 'kartu* kis digital ekis cetak* print fisik download* unduh* barcode qr mobile aplikasi* app password sandi ekartu plastik card',
  lost: 'hilang* rusak patah sobek lupa ketinggalan kehilangan tercecer jatuh-hilang robek kecopetan dicopet dicuri basah luntur lost forgot lenyap kecuci',
  office: 'kantor* cabang loket renon mpp keliling kantornya gedung satpam office',
  hours:
    'jam* buka* tutup* sabtu minggu libur* operasional istirahat jadwal senin jumat weekend tutupnya bukanya sampe-jam hours open close',
  place:
    'alamat lokasi maps map peta dimana terdekat sharelok shareloc arah ancer letak google where location',
  call: 'telepon* telp call center 165 hotline kontak website instagram ig email callcenter contact telepon phone',
  person:
    'petugas* manusia cs admin* operator robot bot mesin otomatis customer agen hubungkan sambungkan disambungkan disambungin bicara alihkan live telponan human person mimin pejabat pimpinan speak talk someone staff orangnya pegawai',
  stop: 'stop* berhenti* unsubscribe unsub unreg hentikan spam ganggu* mengganggu terganggu matikan hapus-nomor broadcast berlangganan langganan jangan blast risih berisik stop remove setop',
  message:
    'pesan* chat* notifikasi notif pemberitahuan broadcast sms wa info-wa pengingat reminder message contact messages',
  complain:
    'komplain* complain* keluhan* mengeluh adu* pengaduan mengadu lapor-buruk kecewa* mengecewakan payah lelet lambat judes jutek kasar galak ditolak nolak menolak dipersulit dipingpong pungli calo oknum parah emosi marah protes kesal kesel antri* antre* ngantri jelek nyebelin kapok diskriminasi ditelantarkan error lemot dibedakan dibedain sombong cuek ribet bertele dicuekin diusir dibentak membentak complain complaint terrible refused ditindak dimarahi',
  greet:
    'halo* hallo hai hi pagi siang sore malam assalamualaikum swastiastu swastyastu permisi salam rahajeng sugeng kulonuwun punten shalom misi bro sis',
  thanks:
    'terima_kasih nuhun oke ok sip siap mantap baik noted paham mengerti jelas mantul inggih nggih becik jos membantu thx',
  ask_amount: 'berapa jumlah total nominal rincian hitung besaran besarnya seberapa much many',
  ask_how: 'bagaimana cara langkah prosedur alur panduan gimana tatacara mekanisme step tutorial how',
  ask_what: 'apa apakah maksud jelaskan penjelasan info pengertian artinya maksudnya bedanya what',
  ask_why: 'kenapa kok mengapa alasan padahal tiba-tiba why',
  ask_need: 'syarat* persyaratan dokumen berkas ketentuan kriteria',
  ask_can: 'bisa boleh dapat bisakah bolehkah mungkin can',
  want: 'mau ingin minta tolong setuju ajukan mengajukan pengajuan mohon permohonan butuh perlu niat berniat pilih sanggup want need please',
  already: 'sudah telah already',
  not: 'tidak belum bukan tanpa jangan not dont no',
  alien:
    'jht jamsostek ketenagakerjaan cuaca emas slot togel pinjam* pinjol kredit resep masak bola film bioskop tiket hotel-murah motor mobil pajak sim paspor bansos blt pkh sembako listrik pdam wifi pulsa kuota lowongan loker magang pacar cantik puisi pantun lagu vaksin gejala asuransi kucing laptop sekolah kuliah-daftar crypto saham jaminan-tua',
};

interface Concepts {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  /** Beginnings, longest first. */
  readonly beginnings: readonly (readonly [string, string])[];
}

function build(): Concepts {
  const exact = new Map<string, string[]>();
  const beginnings: [string, string][] = [];
  for (const [concept, words] of Object.entries(lexicon)) {
    for (const word of words.split(' ')) {
      if (word.endsWith('*')) beginnings.push([word.slice(0, -1), concept]);
      else if (!word.includes('-')) exact.set(word, [...(exact.get(word) ?? []), concept]);
    }
  }
  return { exact, beginnings };
}

const concepts = build();

/** Words of the lexicon in plain spelling. */
export const lexiconWords: readonly string[] = [
  ...concepts.exact.keys(),
  ...concepts.beginnings.map(([beginning]) => beginning),
];

/** What a word in plain spelling is about; empty for most words. */
export function conceptsOf(word: string): readonly string[] {
  const found = new Set(concepts.exact.get(word) ?? []);
  for (const [beginning, concept] of concepts.beginnings) {
    if (word.startsWith(beginning) && word.length <= beginning.length + 4) found.add(concept);
  }
  return [...found];
}
