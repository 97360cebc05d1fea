/** Utterances about data, cards, offices and referrals, one a line. */
export const records = {
  identity_correction: `
nama saya salah di kartu
nama salah
nama di bpjs beda dengan ktp
nama di kartu bpjs tidak sesuai ktp
nama saya kurang huruf
salah ketik nama di bpjs
ejaan nama salah
perbaikan nama
perbaiki nama
mau perbaiki data
mau ubah data
mau betulkan data
mau ganti nama di bpjs
ganti nama
ubah nama
nik saya salah
nik di bpjs salah
nik tidak sesuai
nik tidak valid di bpjs
nik belum online
nik saya kosong di data bpjs
update nik
mau update nik
ganti nik
perubahan nik
tanggal lahir salah
tanggal lahir di kartu salah
tgl lahir beda sama ktp
tahun lahir saya salah
salah tanggal lahir
jenis kelamin salah
jenis kelamin tertulis laki laki padahal perempuan
alamat salah
alamat di bpjs alamat lama
ganti alamat
mau ubah alamat
pindah alamat
pindah rumah mau ganti alamat bpjs
update alamat
nomor hp salah
ganti nomor hp
ganti no hp di bpjs
nomor hp di bpjs nomor lama
nomor hp saya sudah ganti
update nomor telepon
ubah no hp mobile jkn nomor lama hilang
email salah mau ganti
ubah email
perbaikan data diri
perbaikan data kepesertaan
perbaikan identitas
perubahan identitas
perubahan data identitas
perubahan data peserta
pembaruan data
koreksi data
koreksi nama
data saya salah
data saya tidak sesuai dukcapil
data tidak padan dukcapil
data bpjs tidak cocok dengan kk
data belum padan
nomor kk berubah
ganti nomor kk
kk baru mau update ke bpjs
status menikah belum diubah
status hubungan keluarga salah
di bpjs tertulis anak padahal istri
gelar di nama mau dihapus
nama berubah karena ganti agama
nama anak di bpjs salah
tanggal lahir anak salah
rekening autodebet mau diganti
nma sy slh
nm di krtu slh
tgl lhr sy slh
nik sy slh
jenengku salah nang kartu
jeneng nang bpjs ora podo karo ktp
adan tiange pelih di kartu
adan di bpjs pelih
pelih adan
wastan tiange iwang ring kartu
tanggal lekad pelih
iwang tanggal embas
mau edit data
edit nama
revisi data
salah data
cara ubah data bpjs
cara perbaiki nama di bpjs
syarat ganti nama
syarat perubahan data
`,
  duplicate_data: `
data ganda
nik ganda
kartu ganda
bpjs ganda
data saya ganda
kepesertaan ganda
punya dua kartu bpjs
saya punya 2 kartu
saya punya dua bpjs
punya 2 nomor bpjs
punya dua nomor kartu
nomor bpjs saya ada dua
kartu saya ada dua mana yang benar
ada dua kartu atas nama saya
nama saya terdaftar dua kali
saya terdaftar dua kali
terdaftar double
terdaftar ganda
terdaftar di dua perusahaan
terdaftar di dua tempat
terdaftar mandiri dan perusahaan
terdaftar sebagai pbi dan mandiri sekaligus
bpjs saya dobel
bpjs dobel
dobel data
data dobel
double data
double kepesertaan
duplikat
data duplikat
data terduplikasi
nik dipakai orang lain
nik saya dipakai orang
nik saya terdaftar atas nama orang lain
nik sudah terdaftar atas nama lain
nik saya muncul nama orang lain
kartu saya tertukar dengan orang lain
nomor kartu sama dengan orang lain
muncul dua nama di nik saya
waktu dicek nik keluar dua data
di mobile jkn muncul dua kartu
anak saya punya dua kartu
anak saya terdaftar dua kali
bayi saya terdaftar dua kali
ibu saya punya dua kartu kis dan mandiri
punya kis dan bpjs mandiri
punya kis gratis dan bpjs kantor sekaligus
perbaikan data ganda
perbaiki data ganda
hapus data ganda
hapus salah satu kartu
hapus satu kartu yang dobel
mau gabungkan dua kartu
gabungkan data
penggabungan data peserta
cara hapus kartu ganda
cara mengatasi data ganda
cara menghapus bpjs ganda
mana yang dipakai kalau kartu ada dua
bayar dua tagihan karena kartu dua
kena tagih dua kartu
tagihan muncul dua karena data ganda
kartu lama dan kartu baru dua duanya aktif
kartu lama masih ada padahal sudah punya baru nomor beda
nomor peserta beda antara kartu lama dan baru
dt ganda
dta dobel
krtu sy ada 2
bpjs ku loro
kartuku ono loro
duwe kartu loro
nduwe bpjs loro
kartu tiange dadua
ngelah kartu dadua
bpjs tiange ada dua
ngelah bpjs dadua
medue kartu kalih
kedaftar dua kali
kedobelan
tumpang tindih data
rangkap kepesertaan
bpjs rangkap
kartu rangkap
`,
  card_digital: `
kartu digital
minta kartu digital
cara dapat kartu digital
cara lihat kartu digital
download kartu bpjs
cara download kartu
unduh kartu digital
kirim kartu digital saya
kirim e card
ekis
kis digital
kartu kis digital
e-kis
cetak kartu
cara cetak kartu bpjs
mau cetak kartu
print kartu bpjs dimana
cetak kartu sendiri bisa
kartu saya hilang
kartu hilang
kartu bpjs hilang
kartu bpjs saya hilang gimana
kehilangan kartu bpjs
kartu kis hilang
kartu rusak
kartu saya patah
kartu saya sobek kena air
kartu ketinggalan di kampung
kartu belum jadi
kartu belum saya terima
belum dapat kartu fisik
kapan kartu fisik dikirim
kartu fisik masih perlu
apa harus bawa kartu fisik
berobat cukup ktp saja
berobat bawa ktp saja bisa
berobat pakai nik bisa gak
ganti kartu baru
minta kartu baru karena hilang
penggantian kartu
cetak ulang kartu
cara cetak ulang
cara pakai mobile jkn
cara download mobile jkn
cara instal mobile jkn
cara daftar mobile jkn
cara daftar akun mobile jkn
link mobile jkn
aplikasi mobile jkn
aplikasi bpjs namanya apa
aplikasi buat lihat kartu
lihat kartu di hp
kartu di hp
nomor kartu saya berapa
nomor bpjs saya berapa
lupa nomor kartu
lupa nomor bpjs
saya lupa nomor kartu bpjs
nomor peserta saya berapa
no bpjs brp
minta nomor kartu bpjs
lupa password mobile jkn
lupa kata sandi mobile jkn
ganti password mobile jkn
reset password jkn
qr kartu
barcode kartu bpjs
foto kartu saya
krtu digital
krtu sy ilang
kartu ilang
kartunya ilang gmn
cr download krtu
krtu digtal
kartuku ilang
kartuku ilang piye
njaluk kartu digital
kartun tiange ilang
kartu bpjs tiange ical
nunas kartu digital
dija nyemak kartu bpjs
dot ngelah kartu digital
`,
  office_info: `
alamat kantor bpjs
alamat kantor bpjs denpasar
kantor bpjs denpasar dimana
kantor bpjs dimana
kantor bpjs terdekat
lokasi kantor
lokasi kantor bpjs
minta maps kantor
share lokasi kantor bpjs
kantor cabang denpasar alamatnya
kantor bpjs badung dimana
kantor bpjs tabanan ada gak
kantor bpjs di tabanan
kantor bpjs di mangupura
kantor bpjs renon
jam buka
jam buka kantor
jam operasional
jam pelayanan
jam kerja kantor bpjs
jam berapa buka
jam berapa tutup
buka sampai jam berapa
tutup jam berapa
kantor buka sabtu
sabtu buka gak
minggu buka ga
hari sabtu kantor bpjs buka apa tidak
hari libur buka
besok buka gak
hari ini buka tidak
libur nasional buka ga kantornya
hari raya galungan buka
nyepi tutup sampai kapan
istirahat jam berapa
antrian kantor bisa online
ambil antrian kantor online
cara ambil nomor antrian kantor
nomor telepon kantor
nomor telepon kantor bpjs denpasar
no telp kantor
nomor telp bpjs
call center
nomor call center
care center 165
165 itu nomor apa
telpon 165
email bpjs denpasar
website bpjs
instagram bpjs denpasar
kontak bpjs denpasar
mau ke kantor bawa apa saja
harus ke kantor langsung ya
apa harus datang ke kantor
bisa datang langsung ke kantor
bpjs keliling jadwal
jadwal bpjs keliling
mobil bpjs keliling kapan di tabanan
mal pelayanan publik ada bpjs
mpp badung ada loket bpjs
jam pandawa
jam layanan wa
wa ini dilayani jam berapa
petugas wa online jam berapa
almt kntr bpjs
kntr bpjs dmn
jam bk brp
bpjs nang endi kantore
kantore nang endi
kantore buka jam piro
jam piro bukak e
dija kantor bpjs
ring dija kantor bpjs
kantorne dija
jam kuda mabukak
jam kuda kantor buka
jam kuda tutupne
pukul pinten buka
dimana kantornya
parkir kantor bpjs dimana
peta kantor
`,
  referral_info: `
cara minta rujukan
cara dapat rujukan
minta rujukan
minta rujukan ke rumah sakit
mau rujukan
mau minta surat rujukan
surat rujukan
rujukan ke rs
rujukan online
rujukan online gimana
cek rujukan
cek rujukan saya
rujukan saya masih berlaku
rujukan saya masih berlaku gak
masa berlaku rujukan berapa lama
masa berlaku rujukan
rujukan berlaku berapa bulan
rujukan habis
rujukan habis masa berlaku
rujukan sudah habis gimana
rujukan kadaluarsa
cara perpanjang rujukan
memperpanjang surat rujukan
rujukan 3 bulan
rujukan dari puskesmas
rujukan dari klinik ke sanglah
rujukan ke rsup ngoerah
rujuk ke spesialis
rujukan spesialis mata
mau ke dokter spesialis harus rujukan
mau ke dokter jantung pakai bpjs
mau ke spesialis kandungan gimana
ke spesialis kulit perlu rujukan
bisa langsung ke rumah sakit tanpa rujukan
langsung ke rs bisa gak
tanpa rujukan bisa
igd perlu rujukan gak
igd tanpa rujukan
gawat darurat pakai rujukan
ke ugd harus rujukan
rujukan beda rumah sakit
mau pindah rumah sakit rujukan
ganti rumah sakit rujukan
rumah sakit rujukan penuh
puskesmas tidak mau kasih rujukan
dokter gak mau kasih rujukan
kenapa tidak dikasih rujukan
dokter faskes menolak memberi rujukan
rujuk balik
program rujuk balik
rujukan balik itu apa
kontrol ulang perlu rujukan lagi
surat kontrol
surat kontrol hilang
rujukan hilang
rujukan fisioterapi
rujukan cuci darah
rujukan kemoterapi
rujukan gigi
rujukan kacamata
klaim kacamata bpjs
cara klaim kacamata
alur berobat bpjs
alur berobat ke rumah sakit
alur rujukan
prosedur berobat ke rs
prosedur rujukan
prosedur operasi pakai bpjs
mau operasi pakai bpjs alurnya
sistem rujukan berjenjang
rujukan luar kota
rujukan ke surabaya
mau berobat ke rumah sakit pakai bpjs caranya
operasi katarak pakai bpjs
persalinan pakai bpjs alurnya
rjukan
rujkan sy msh blaku
cr mnta rujukan
rujukane entek piye
njaluk rujukan
nunas rujukan
ngidih rujukan
rujukan tiange suba telah
rujukan sampun telas
dot ka dokter spesialis
`,
} as const;
