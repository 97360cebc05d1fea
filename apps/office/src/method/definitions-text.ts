import { defineText } from '../text/define-text.ts';

/** What every figure on the screens means. The keys are also the anchors of the method page. */
export const definitionsText = defineText({
  id: {
    penduduk: {
      name: 'Penduduk',
      meaning:
        'Baris daftar penduduk desa yang dipakai dalam pemetaan ini. Baris yang tidak dapat dibaca disisihkan dan dihitung tersendiri.',
      caution: 'Jumlah ini mengikuti berkas desa, bukan angka semester Dukcapil atau hasil sensus.',
    },
    terhubung: {
      name: 'Terhubung',
      meaning:
        'Penduduk yang menurut NIK atau kemiripan data adalah orang yang sama dengan satu pemegang kartu JKN. Satu kartu dihubungkan dengan paling banyak satu penduduk.',
      caution: 'Terhubung belum berarti aktif: kartunya bisa saja tidak aktif.',
    },
    belumTerdaftar: {
      name: 'Belum terdaftar',
      meaning:
        'Perkiraan jumlah penduduk yang tidak mempunyai kartu JKN: jumlah dari peluang setiap orang, bukan sekadar banyaknya nama pada daftar.',
      caution:
        'Bukan selisih penduduk dan peserta. Selisih itu bisa nol atau negatif sementara orang yang perlu didatangi tetap ada.',
    },
    rentang: {
      name: 'Rentang perkiraan',
      meaning:
        'Batas bawah dan batas atas 95 %: dari seratus desa dengan rentang seperti ini, angka sebenarnya ada di dalamnya pada kira-kira sembilan puluh lima desa.',
      caution: 'Di desa kecil rentangnya lebar; pakailah untuk merencanakan, bukan untuk menilai desa.',
    },
    peluang: {
      name: 'Peluang belum terdaftar',
      meaning:
        'Seberapa mungkin orang ini tidak mempunyai kartu JKN, 0 sampai 100 %. Dari seratus orang berpeluang 80 %, kira-kira delapan puluh memang belum terdaftar.',
      caution: 'Bila data orangnya kurang lengkap, peluangnya cenderung ke tengah.',
    },
    tidakAktif: {
      name: 'Tidak aktif',
      meaning:
        'Peserta yang terhubung dengan penduduk, tetapi kartunya tidak dapat dipakai berobat hari ini.',
      caution:
        'Sebagian besar tidak berutang apa-apa: mereka keluar dari satu segmen dan belum mendapat pembayar baru.',
    },
    menunggak: {
      name: 'Menunggak',
      meaning: 'Tidak aktif karena iurannya belum dibayar (segmen mandiri dan bukan pekerja).',
      caution: 'Jalan keluarnya membayar, atau program REHAB bila menunggak 4 sampai 24 bulan.',
    },
    mutasi: {
      name: 'Mutasi',
      meaning:
        'Tidak aktif karena keluar dari segmen lama tanpa pembayar baru: dikeluarkan dari PBI atau daftar pemda, berhenti bekerja, anak lewat 21 tahun.',
      caution: 'Jangan dikirimi tagihan. Yang diperlukan adalah segmen yang tepat.',
    },
    berakhir: {
      name: 'Berakhir',
      meaning: 'Tidak aktif karena meninggal, pindah ke luar negeri, atau kartunya ganda.',
      caution: 'Bila orangnya masih hidup dan ada di desa, catatan pesertanya yang perlu dibetulkan.',
    },
    cakupan: {
      name: 'Cakupan',
      meaning: 'Penduduk yang terhubung dibagi seluruh penduduk yang dipetakan.',
      caution:
        'Bukan angka UHC resmi: pembilang UHC adalah seluruh peserta, termasuk yang tidak cocok dengan penduduk mana pun.',
    },
    keaktifan: {
      name: 'Keaktifan',
      meaning: 'Peserta aktif dibagi seluruh peserta yang terhubung.',
      caution: 'Banyak siaran pers membagi dengan penduduk. Dua pembagi itu memberi dua angka yang berbeda.',
    },
    pesertaTanpaPenduduk: {
      name: 'Peserta tanpa penduduk',
      meaning: 'Kartu JKN yang tidak cocok dengan penduduk mana pun di berkas desa.',
      caution: 'Bisa meninggal, pindah, berdomisili lain, atau desanya belum mengirim berkas.',
    },
    ganda: {
      name: 'Kartu ganda',
      meaning: 'Kartu yang tampaknya milik orang yang sudah terhubung lewat kartu lain.',
      caution: 'Periksa sebelum menonaktifkan: anak kembar dan nama yang sama bisa tampak ganda.',
    },
    meragukan: {
      name: 'Meragukan',
      meaning:
        'Pasangan penduduk dan peserta yang buktinya tidak cukup untuk diterima atau ditolak tanpa dilihat orang.',
      caution: 'Setiap keputusan Anda dipakai pada pemetaan berikutnya.',
    },
    bukti: {
      name: 'Bobot bukti',
      meaning:
        'Setiap kolom yang dibandingkan menambah atau mengurangi keyakinan. Satuannya bit: tambah 1 bit berarti dua kali lebih mungkin orang yang sama, kurang 1 bit berarti setengahnya.',
      caution: 'Nama yang jarang memberi bukti lebih kuat daripada nama yang umum.',
    },
    ambang: {
      name: 'Ambang',
      meaning:
        'Peluang belum terdaftar yang paling rendah untuk masuk daftar kunjungan. Ambang rendah: lebih sedikit orang terlewat, lebih banyak kunjungan sia-sia. Ambang tinggi: sebaliknya.',
      caution:
        'Ambang hanya menentukan isi daftar. Perkiraan jumlah belum terdaftar dihitung dari peluang dan tidak berubah karenanya.',
    },
    jangkauanPencarian: {
      name: 'Jangkauan pencarian',
      meaning:
        'Dari pasangan yang benar-benar orang yang sama, berapa bagian yang sempat dibandingkan. Sisanya tidak terlihat karena semua kunci pencariannya berbeda.',
      caution: 'Ditaksir dari pasangan yang ditemukan lewat beberapa kunci yang tidak saling bergantung.',
    },
    kalibrasi: {
      name: 'Kalibrasi',
      meaning:
        'Penyesuaian supaya peluang berarti apa yang dikatakannya: dari orang-orang berpeluang 70 %, 70 dari 100 memang belum terdaftar.',
      caution: 'Keputusan peninjau dan hasil kunjungan memperbaikinya.',
    },
    disisihkan: {
      name: 'Baris disisihkan',
      meaning:
        'Baris berkas yang tidak dapat dipakai, misalnya tanpa nama. Disimpan dengan alasannya dan dapat diunduh.',
      caution: 'Baris masuk = baris dipakai + baris disisihkan. Bila tidak sama, pemetaan dihentikan.',
    },
  },
  en: {
    penduduk: {
      name: 'Residents',
      meaning:
        'Rows of the village population registers used in this mapping. Rows that cannot be read are set aside and counted separately.',
      caution: 'This follows the village files, not the civil registry’s semester figure or the census.',
    },
    terhubung: {
      name: 'Linked',
      meaning:
        'Residents who, by NIK or by similarity of their data, are the same person as one JKN card holder. A card is linked to at most one resident.',
      caution: 'Linked does not mean active: the card may be inactive.',
    },
    belumTerdaftar: {
      name: 'Not registered',
      meaning:
        'The estimated number of residents without a JKN card: the sum of every person’s probability, not merely the number of names on the list.',
      caution:
        'Not residents minus members. That difference can be zero or negative while people who need a visit remain.',
    },
    rentang: {
      name: 'Interval of the estimate',
      meaning:
        'Lower and upper 95% limits: of a hundred villages with such intervals, the true number lies inside for about ninety-five.',
      caution: 'Small villages have wide intervals; use them to plan, not to judge a village.',
    },
    peluang: {
      name: 'Probability of not being registered',
      meaning:
        'How likely this person is to have no JKN card, 0 to 100%. Of a hundred people at 80%, about eighty are indeed not registered.',
      caution: 'When a person’s data are incomplete, the probability moves toward the middle.',
    },
    tidakAktif: {
      name: 'Inactive',
      meaning: 'Members linked to a resident whose card cannot be used for care today.',
      caution: 'Most of them owe nothing: they left one segment and have no new payer yet.',
    },
    menunggak: {
      name: 'In arrears',
      meaning: 'Inactive because contributions are unpaid (own-account and non-worker segments).',
      caution: 'The cure is to pay, or a REHAB plan for arrears of 4 to 24 months.',
    },
    mutasi: {
      name: 'Lapsed',
      meaning:
        'Inactive because the person left a segment with no new payer: removed from PBI or the local government’s list, stopped working, a child past 21.',
      caution: 'Do not send a bill. What is needed is the right segment.',
    },
    berakhir: {
      name: 'Ended',
      meaning: 'Inactive because of death, a move abroad, or a duplicate card.',
      caution: 'If the person is alive and in the village, the member record is what needs correcting.',
    },
    cakupan: {
      name: 'Coverage',
      meaning: 'Linked residents divided by all residents mapped.',
      caution:
        'Not the official UHC figure: its numerator is all members, including those who match no resident.',
    },
    keaktifan: {
      name: 'Activity',
      meaning: 'Active members divided by all linked members.',
      caution:
        'Many press releases divide by the population. The two denominators give two different figures.',
    },
    pesertaTanpaPenduduk: {
      name: 'Members without a resident',
      meaning: 'JKN cards that match no resident in the village files.',
      caution: 'They may have died, moved, live elsewhere, or their village has not sent a file.',
    },
    ganda: {
      name: 'Duplicate cards',
      meaning: 'Cards that seem to belong to a person already linked through another card.',
      caution: 'Check before deactivating: twins and equal names can look like duplicates.',
    },
    meragukan: {
      name: 'Doubtful',
      meaning: 'Pairs of resident and member whose evidence is too thin to accept or reject unseen.',
      caution: 'Every decision of yours is used by the next mapping.',
    },
    bukti: {
      name: 'Weight of evidence',
      meaning:
        'Every compared column adds to or takes from the belief. The unit is the bit: 1 more makes the same person twice as likely, 1 less half as likely.',
      caution: 'A rare name is stronger evidence than a common one.',
    },
    ambang: {
      name: 'Threshold',
      meaning:
        'The lowest probability of not being registered that enters the visiting list. Low: fewer people missed, more visits wasted. High: the reverse.',
      caution:
        'It decides only what is on the list. The estimated number of unregistered people comes from the probabilities and does not change with it.',
    },
    jangkauanPencarian: {
      name: 'Reach of the search',
      meaning:
        'Of the pairs that truly are the same person, the share that was compared at all. The rest stay unseen because all their search keys differ.',
      caution: 'Estimated from pairs found through several keys that do not depend on one another.',
    },
    kalibrasi: {
      name: 'Calibration',
      meaning:
        'An adjustment that makes a probability mean what it says: of people at 70%, 70 in 100 are indeed not registered.',
      caution: 'Reviewers’ decisions and visit outcomes improve it.',
    },
    disisihkan: {
      name: 'Rows set aside',
      meaning:
        'Rows of a file that cannot be used, for example without a name. Kept with the reason and downloadable.',
      caution: 'Rows in = rows used + rows set aside. If they differ, the mapping stops.',
    },
  },
});
