/** More voices: formal, foreign, elderly, in the middle of a story, one a line. */
export const otherVoicesOnCover = {
  greeting: `selamat siang bapak dan ibu petugas bpjs
salam kenal saya ibu dari desa
saya warga gianyar mau tanya
perkenalkan saya warga denpasar
good morning
good afternoon sir
hello is anybody there
mau coba chat
lagi coba nomor ini
maaf ganggu
maaf mengganggu malam malam
saya ganggu sebentar ya
masih online gak
fast respon gak nih
ini aktif gak wa nya
bales dong
balas pak
halo kok ga dibalas
wa ini masih aktif kah adminnya
dengan admin siapa ini
ada yang mau saya tanyakan
boleh minta info
minta info dong
mau konsultasi
titip pertanyaan min
hari baik semuanya`,
  thanks: `byk terima kasih
okedeh
oke deh kalau gitu
oke kak nanti saya coba
nanti saya coba dulu ya
nanti saya urus makasih
baik akan saya lakukan
siap segera saya bayar
thank you very much for your help
thanks a lot admin
great help
sukses selalu ya
jawabannya jelas
respon cepat bagus
puas banget
puas sama jawabannya
senang dilayani begini
beres
beres sudah
sudah selesai
selesai makasih
sampun puput suksma
wis cukup
ok sudah paham
gas siap
ya
iya
iya benar
yoi`,
  human: `saya perlu bicara dengan seseorang
saya ingin dilayani langsung oleh pegawai
mau dijawab manusia
real person please
i need to talk to an officer
i want a human
speak to an agent now
connect me with staff
tolong orang yang jawab bukan mesin
tolong diangkat ke pegawai
panggilin orangnya
kasih ke orang aja deh
balas manual dong
yang bales jangan mesin
jawab sendiri dong jangan otomatis
ga paham menu
menunya ribet minta bantuan orang
ibu saya gak bisa baca tolong telepon
minta ditelpon balik
telepon balik ya
hubungi nomor saya segera
kontak petugas dong
mau curhat sama petugas
ada cs yang jaga gak
cs nya online jam segini?
petugas siapa yang bisa saya ajak bicara`,
  opt_out: `please remove my number
do not contact me
stop sending
remove me from the list
leave me alone
saya risih dikirimi terus
risi banget tiap hari masuk pesan
capek nerima pesan tagihan terus tolong dihentikan
tolong setop
setop kirim info
jangan kirim tagihan ke nomor ini
jangan kirim pengingat
nggak butuh info ini
ga perlu kirim info apa apa lagi
tidak usah dikabari lagi
tidak mau ditagih lewat chat
hapus kontak saya
hapus saya dari grup pesan
nomor saya tolong jangan dipakai
dapat nomor saya dari mana jangan hubungi
ini bukan hp beliau
yang punya nomor ini sudah ganti
nomor sudah ganti pemilik jangan wa
bukan saya salah kirim
salah sambung jangan kirim`,
  complaint: `saya dipanggil setelah enam jam menunggu
dari jam 6 pagi sampai siang belum dilayani juga
datang pagi pulang sore cuma disuruh tunggu
pelayanan macam apa
kenapa pasien umum didahulukan
kami didiskriminasi
dimarahi perawat
dibentak petugas
susternya kasar ke ibu saya
saya tersinggung dengan ucapan dokternya
dokter telat datang 3 jam
resepnya dikurangi
obat kosong terus
obatnya selalu habis
diminta tebus obat mahal
diminta tanda tangan lalu bayar selisih
ditarik biaya administrasi padahal peserta
iur biaya tidak wajar di rumah sakit
bed kosong tapi dibilang penuh
bapak saya dibiarkan di lorong
anak saya tidak ditangani
pasien disuruh pulang padahal masih sakit
puskesmasnya menolak memeriksa saya
dokter menolak merujuk padahal parah tolong ditindak
antrean online tidak berguna
sistem antrian kacau
sistemnya rusak terus
aplikasi keluar sendiri
web bpjs down
tidak ada yang angkat telepon 165
telepon care center tidak diangkat
chat saya tidak dibalas berhari hari
jawabannya bertele tele
birokrasi ribet
ribet amat ngurus beginian
prosesnya berbelit
ada makelar di kantor
petugas minta uang rokok
laporkan dokter nakal
tolong tegur kliniknya
mau bikin laporan tentang klinik
tindak lanjut keluhan saya mana
laporan saya nomor sekian bagaimana perkembangannya
i want to complain
terrible service
the hospital refused me`,
  status_check: `apakah jaminan kesehatan saya masih jalan
jaminan saya masih jalan kan
masih ditanggung gak ya
masih nyala gak kartunya
masih hidup apa sudah padam
bpjs ini masih bisa buat berobat gak
mau mastikan kartu bisa dipakai besok
mau memastikan kepesertaan anak
keaktifan kartu saya
info keaktifan peserta atas nama suami
check my status please
is my card active
is my insurance active
am i registered
tolong lihat data saya masih peserta apa tidak
kok pas berobat dibilang tidak aktif
apotek bilang kartu saya mati
kemarin ditolak di klinik katanya kartu off
kartu mendadak mati
tau tau gak aktif padahal kemarin bisa
sejak kapan kartu saya mati
bpjs saya jenis apa ya
saya kepesertaan apa
kepesertaan saya ditanggung siapa
siapa yang bayar bpjs saya
saya masuk penerima bantuan gak
nama saya ada di daftar pbi gak
bapak masih pbi kan
dari kantor sudah aktif belum
sudah muncul belum kepesertaan saya
data anak saya ada gak di sistem`,
  reactivate: `how do i reactivate
reactivate my card
activate again please
biar bisa dipakai lagi gimana
supaya bisa dipakai berobat lagi
kartu sudah lama tidak dipakai mau dipakai lagi
mau hidupkan punya ibu
nyalakan lagi kartunya
bisa dihidupin lagi gak
bisa dinyalakan lagi kah
dicoret dari bantuan mau diurus lagi
dicoret dari pbi bagaimana supaya masuk lagi
bantuan dicabut padahal masih berobat rutin
cuci darah rutin kartu dicabut mau aktif lagi
mengurus kis yang dimatikan
mengurus kartu yang sudah mati
ngurus bpjs mati syaratnya apa
dokumen untuk aktifkan pbi
surat dari puskesmas untuk aktifkan kis
ke dinas sosial bawa apa untuk aktifkan bpjs
anak kuliah semester 6 kartunya mati
surat aktif kuliah untuk bpjs anak
surat keterangan mahasiswa biar bpjs anak hidup
pulang kerja dari kapal pesiar mau pakai bpjs lagi
tki pulang mau aktif bpjs
bayar berapa baru bisa nyala
habis bayar langsung nyala gak
aktifkan sekeluarga
urus pengaktifan cepat mau lahiran
bpjs mati padahal mau kemo`,
  register_new: `i want to register
how to sign up
new member registration
mau punya jaminan kesehatan
ingin punya jaminan kesehatan
pengen ikutan bpjs
baru mau gabung bpjs
belum ikut bpjs
belum pernah ikut jkn
lulus sekolah belum punya bpjs
anak kos belum punya bpjs
perantau mau daftar di bali
ktp luar daerah bisa daftar
pasangan saya bule mau daftar
orang asing punya kitas daftar bpjs
bisa bikin tanpa autodebet
daftar mandiri wajib rekening ya
rekening wajib untuk daftar mandiri
urus bpjs pertama kali
urus pembuatan bpjs
pembuatan kartu baru
bikin kis
cara bikin kis gratis
orang susah mau dapat jaminan gratis
usul jadi penerima bantuan
daftarkan pekerja toko saya
usaha saya mau daftarkan pegawai
warung saya punya 2 pegawai mau didaftarkan
perusahaan baru daftar bpjs karyawan
setelah daftar kapan bisa dipakai
berapa lama masa tunggu setelah daftar
buat bpjs ayah ibu di kampung`,
  add_family: `add family member
add my child
add my husband
baru kawin
baru kawin mau satukan bpjs
pasangan saya mau ikut
ikutkan istri
ikutkan anak saya
ikut sertakan mertua
gabungkan istri ke bpjs saya
numpang di tanggungan saya bisa
ibu mau numpang bpjs saya
tanggung orang tua
orang tua mau saya tanggung
satu orang tertinggal belum masuk
kurang satu orang di bpjs keluarga
anak bungsu belum ikut
si kecil umur 3 tahun belum masuk bpjs keluarga
anak tiri dan anak angkat boleh
adik yang satu kk
keponakan tinggal serumah mau diikutkan
jatah tanggungan berapa jiwa
tanggungan kantor maksimal
anak keempat bayar lagi gak
tambahan keluarga 1 persen
nambah jiwa
nambah 1 orang lagi`,
  newborn: `my baby was born
newborn baby registration
register my baby
lahiran kemarin
lahiran tadi pagi anak laki
istri lahiran
anak pertama lahir
anak kami lahir tanggal 10
si kecil baru lahir
debay
debay belum punya bpjs
bayi saya umur 5 hari
umur bayi 20 hari
umur bayi 35 hari belum daftar kena apa
telat mendaftarkan bayi
terlambat daftar anak baru lahir
surat lahir dari rumah sakit cukup
daftar bayi pakai kk orang tua
bayi belum masuk kk
belum ada nama bayinya
nama masih by ny
masih tertulis bayi nyonya di kartu
bayi dirawat di inkubator
anak masih di perut
istri mengandung mau daftar
bayi ikut ibunya pbi
bayi peserta pemda
cucu pertama lahir
keponakan baru lahir`,
  segment_change: `switch to pbi
change from employee to self paid
move from company to individual
mau yang dibayarin pemerintah saja
pengen ditanggung negara
minta ditanggung pemda
biar dibayari pemda
mau lepas dari bantuan pemerintah dan bayar sendiri
gak mau pbi lagi mau mandiri
bayar sendiri aja mulai sekarang
diangkat jadi pegawai tetap bpjs mandiri
diterima kerja bpjs pbi saya
hrd minta nonaktifkan mandiri
hrd suruh urus mandiri
kantor baru minta pindahkan bpjs
bpjs nyangkut di kantor lama
kantor lama belum lepas bpjs saya
ikut istri yang pegawai
nebeng bpjs suami
lepas dari tanggungan bapak
anak sudah bekerja keluar dari tanggungan
pisah bpjs karena cerai
pisah dari bpjs mantan suami
purna tugas bpjs
mau pensiun bpjs jadi mandiri
perpindahan peserta
pengalihan peserta
pengalihan ke mandiri
alihkan ke pekerja`,
  job_loss: `i lost my job
i was fired
i resigned
contract ended
perampingan karyawan saya kena
pengurangan karyawan
efisiensi perusahaan saya diberhentikan
dirumahkan sementara
tidak lagi bekerja di hotel
tidak dipanggil kerja lagi
kerjaan hilang
gak ada kerjaan lagi
lepas kerja
usaha tempat saya kerja gulung tikar
restoran tempat bekerja tutup
bos saya bangkrut
kantor bubar
habis masa kontrak
kontrak selesai
masa kontrak kerja saya selesai
pkwt habis
jaminan phk enam bulan
masih ditanggung setelah diberhentikan
surat pemberhentian kerja
paklaring sudah ada
paklaring untuk bpjs
putus hubungan kerja
pemutusan hubungan kerja
sekeluarga mati karena suami berhenti kerja
istri di phk
baru mundur dari kerjaan`,
  report_death: `my mother died
my husband has passed away
report a death
bapak sudah gak ada
ibu sudah nggak ada
ayah dipanggil tuhan
sudah dipanggil yang maha kuasa
menghadap ilahi
sudah dikubur
sudah diaben kemarin
habis ngaben bapak
sudah almarhum dua tahun
kakak ipar wafat
paman saya meninggal
bibi wafat
yang di kartu sudah meninggal
salah satu anggota meninggal
salah satu di kk sudah wafat
matikan kartu almarhumah
stop tagihan untuk yang sudah wafat
hentikan iuran bapak yang meninggal
coret nama almarhum
coret dari kk bpjs karena meninggal
ahli waris harus bayar tunggakan
akta kematian sudah jadi
berita duka`,
} as const;
