/** Utterances about payers, class and facility, one a line. */
export const segments = {
  segment_change: `
mau pindah segmen
pindah segmen
perubahan segmen
ubah jenis kepesertaan
perubahan jenis kepesertaan
alih segmen
pindah dari mandiri ke perusahaan
pindah mandiri ke pbi
mau pindah ke pbi
mau ganti ke bpjs gratis dari mandiri
dari mandiri mau jadi pbi
mandiri ke bantuan pemerintah
saya tidak mampu bayar mandiri mau pindah pbi
ga sanggup bayar mandiri mau dibantu pemerintah
dari pbi ke mandiri
mau pindah dari pbi ke mandiri
pbi mau pindah mandiri
dari kis gratis mau jadi mandiri
dari perusahaan ke mandiri
pindah bpjs perusahaan ke mandiri
mau ubah dari perusahaan jadi bayar sendiri
mau lanjut bayar sendiri dari bpjs kantor
dari ppu ke pbpu
ppu ke mandiri
pbpu ke ppu
pindah ke ppu
dari mandiri ke kantor
saya sudah kerja mau bpjs pindah ke kantor
baru diterima kerja bpjs mandiri mau dipindah ke perusahaan
baru kerja bpjs mandiri gimana
sudah kerja di hotel bpjs mau dialihkan
perusahaan mau tanggung bpjs saya yang mandiri
bpjs mandiri mau ditanggung perusahaan
pindah tanggungan perusahaan suami
mau ikut bpjs suami dari mandiri
mau ikut bpjs istri yang pns
mau pindah ikut tanggungan suami
pindah perusahaan
pindah kerja bpjs gimana
pindah kerja dari perusahaan lama ke baru
ganti perusahaan bpjs ikut pindah gak
saya pindah kantor bpjs nya belum dipindah
masih terdaftar di perusahaan lama
bpjs masih di kantor lama mau dipindah
sudah jadi pns bpjs mau diubah
lulus pppk bpjs mandiri diubah gimana
lulus cpns bpjs bagaimana
pensiun mau alih bpjs
pensiun pns bpjs gimana lanjutnya
pensiun dari swasta mau jadi mandiri
bpjs dari desa mau pindah ke mandiri
bpjs apbd mau pindah ke perusahaan
pemda ke mandiri
pbi apbd ke ppu
mau keluar dari pbi
mau berhenti dari mandiri jadi ditanggung pemda
cara pindah segmen
cara pindah dari mandiri ke pbi
cara ubah mandiri ke perusahaan
cara alih kepesertaan
gimana pindah dari bpjs perusahaan
syarat pindah ke pbi
syarat pindah mandiri ke perusahaan
syarat ubah segmen
mutasi kepesertaan
mutasi peserta
mau mutasi dari perusahaan ke mandiri
ubah status kepesertaan jadi mandiri
ubah bpjs jadi mandiri
jadi mandiri
pndh sgmen
pindh dr mandiri k pbi
mau pndah dr pt k mndiri
pindah nang mandiri
pindah soko perusahaan nang mandiri
bpjs kantor arep tak pindah mandiri
pindah uli perusahaan ka mandiri
dot pindah ke pbi
tiang jagi pindah ke mandiri
uli mandiri jagi pindah ka pbi
anak sudah 25 tahun mau jadi mandiri
anak lepas dari tanggungan mau mandiri
cerai mau pisah bpjs dari suami
sudah cerai mau keluar dari tanggungan
`,
  job_loss: `
saya kena phk
kena phk
baru kena phk
kena phk bulan lalu bpjs gimana
baru di phk bpjs masih bisa dipakai ga
phk bpjs gimana
habis phk bpjs mati
diberhentikan dari kantor
saya diberhentikan kerja
dipecat
saya dipecat bpjs gimana
dirumahkan
dirumahkan dari hotel bpjsnya gimana
kontrak kerja habis
kontrak habis bpjs mati
kontrak tidak diperpanjang bpjs nonaktif
habis kontrak
saya resign
resign bpjs gimana
sudah resign bpjs masih di perusahaan
baru resign bulan ini
habis resign mau lanjut bpjs
mengundurkan diri dari perusahaan
saya sudah tidak bekerja
sudah tidak kerja lagi
sudah berhenti kerja
berhenti kerja bpjs gimana
berhenti bekerja bpjs mati
baru keluar dari kerjaan
keluar kerja
keluar dari perusahaan
keluar dari kantor bpjs nonaktif
saya nganggur sekarang
sekarang nganggur bpjs gimana
pengangguran bpjs gimana
kehilangan pekerjaan
kehilangan kerja
perusahaan tutup
perusahaan bangkrut
perusahaan bangkrut bpjs karyawan gimana
pabrik tutup bpjs kami gimana
hotel tempat saya kerja tutup
toko tempat kerja tutup saya tidak kerja
villa tempat kerja tutup
bos nutup usaha bpjs saya mati
dinonaktifkan perusahaan karena keluar
sudah dinonaktifkan sama kantor
bpjs dimatikan perusahaan
bpjs saya distop perusahaan
perusahaan stop bayar bpjs saya karena saya keluar
pesangon belum keluar bpjs gimana
jaminan 6 bulan setelah phk
6 bulan gratis setelah phk
phk dapat jaminan 6 bulan
apa benar phk dapat bpjs 6 bulan
syarat jaminan phk
dokumen phk untuk bpjs
surat phk
bukti phk apa saja
suami kena phk
suami saya dipecat bpjs keluarga gimana
suami di phk bpjs satu keluarga mati
istri resign
anak saya habis kontrak kerja
ga kerja lg bpjs gmn
sdh resign bpjs gmn
kna phk bpjs gmn
di pehaka
d phk
aku metu kerjo bpjs piye
aku di phk bpjs piye
wes metu soko pabrik
tiang suba sing megae
tiang sing megae buin
mara suud megae bpjs kenken
tiang suud megae
suud magae di hotel bpjs mati
kena phk bpjs tiange kenken
layoff
laid off
kena layoff startup
outsourcing putus kontrak
dikeluarkan dari tempat kerja
`,
  class_change: `
mau ganti kelas
ganti kelas
ubah kelas
pindah kelas
naik kelas
turun kelas
mau turun kelas
mau turun kelas ke kelas 3
turun ke kelas 3
turun kelas bpjs mandiri
turun dari kelas 1 ke 3
kelas 2 mau jadi kelas 3
kelas 1 ke kelas 2
dari kelas 3 ke kelas 1
naik ke kelas 1
naik ke kelas 2 gimana
kelas 3 mau naik kelas 2
pindah ke kelas 2
pindah ke kelas tiga
pindah kelas satu
saya di kelas 2 mau pindah
mau kelas 3 saja biar murah
kemahalan kelas 1 mau turun
gak kuat bayar kelas 1 mau turun kelas
gak mampu bayar kelas dua turun kelas tiga bisa
mau upgrade kelas
upgrade kelas
downgrade kelas
upgrade ke kelas 1
downgrade ke kelas 3
ubah kelas rawat
ubah kelas perawatan
perubahan kelas
perubahan kelas rawat
perubahan hak kelas
pindah hak kelas
ganti hak kelas rawat inap
cara turun kelas
cara naik kelas
cara ganti kelas bpjs
cara pindah kelas bpjs
gimana cara turun kelas
gimana ganti kelas
bisa turun kelas gak
bisa naik kelas sekarang
kapan bisa ganti kelas
kapan boleh turun kelas
syarat turun kelas
syarat naik kelas
syarat pindah kelas
berapa lama baru bisa pindah kelas
harus setahun dulu baru pindah kelas
kelas belum setahun bisa ganti
nunggak bisa turun kelas gak
masih nunggak mau turun kelas
satu kk harus sama kelasnya
ganti kelas satu keluarga
ganti kelas sekeluarga
kelas berlaku mulai kapan setelah diubah
kris kelas standar gimana
apa itu kris
kelas dihapus ya
kelas standar kapan berlaku
hak kelas saya mau dinaikkan
gaji naik kelas bpjs ikut naik
gaji 5 juta harusnya kelas 1
hak kelas karyawan salah mau diubah
sinkronisasi kelas suami istri
gnti kls
trun kls
naek kelas
pindh kls 3
mau trn kelas
pngen naik klas
medun kelas telu
munggah kelas siji
pengen mudun kelas
tuun kelas
dot tuun kelas
menek kelas
dot menek ka kelas dua
tiang jagi tedun kelas
kelas turun
kelas naik
`,
  facility_change: `
mau ganti faskes
ganti faskes
pindah faskes
ubah faskes
pindah faskes 1
ganti faskes tingkat pertama
ganti puskesmas
mau pindah ke puskesmas lain
pindah dari puskesmas ke klinik
ganti klinik
mau ganti dokter keluarga
ganti dokter faskes
ganti dokter gigi bpjs
ganti tempat berobat
pindah tempat berobat
pindah fktp
ubah fktp
perubahan fktp
perubahan faskes
perubahan fasilitas kesehatan
pindah fasilitas kesehatan
cara ganti faskes
cara pindah faskes
cara pindah faskes online
cara ubah faskes di mobile jkn
gimana cara pindah faskes
gimana ganti puskesmas
syarat pindah faskes
syarat ganti faskes
berapa bulan sekali bisa ganti faskes
kapan boleh pindah faskes
harus 3 bulan baru pindah faskes
belum 3 bulan mau pindah faskes
pindah domisili mau ganti faskes
pindah rumah mau ganti puskesmas
saya pindah ke denpasar faskes masih di jawa
faskes saya jauh mau ganti yang dekat
faskes terlalu jauh
faskes kejauhan dari rumah
klinik saya tutup mau pindah faskes
kliniknya penuh mau pindah
dokternya tidak cocok mau ganti faskes
mau pindah ke klinik dekat kos
pindah faskes satu keluarga
pindah faskes sekeluarga sekaligus
pindah faskes anak saya
ganti faskes istri
faskes berlaku kapan setelah ganti
pindah faskes kapan berlakunya
faskes apa saja di denpasar selatan
daftar faskes di badung
daftar klinik bpjs di tabanan
faskes mana yang masih kosong
klinik bpjs terdekat
puskesmas terdekat yang terima bpjs
klinik mana yang terima bpjs di kuta
cari faskes dekat sini
cari klinik bpjs
faskes pilihan di kediri tabanan
rekomendasi faskes denpasar barat
berobat di luar faskes bisa
lagi di luar kota mau berobat di faskes lain
berobat di faskes lain 3 kali
faskes salah terdaftar
faskes saya kok berubah sendiri
fakses mau ganti
fasket pindah
pndh fskes
gnti faskes
gnti pkm
mau pndah klinik
pindah dokter
ngganti faskes
pindah faskes nang klinik cedak omah
pindah puskesmas cedak kos
dot pindah faskes
tiang jagi ngentos puskesmas
ngentos faskes
ngesehin faskes
dot ngesehin puskesmas
`,
} as const;
