/** Utterances of the angry and of those who came for something else, one a line. */
export const grievancesAndStrangers = {
  complaint: `
saya mau komplain
mau complain
mau pengaduan
saya ingin mengadu
mau lapor pelayanan buruk
lapor min rumah sakit nolak pasien bpjs
rumah sakit menolak saya
ditolak rs karena pakai bpjs
rs bilang kamar penuh padahal kosong
disuruh bayar obat sendiri padahal pakai bpjs
kok disuruh beli obat di luar
obat tidak diberikan oleh rumah sakit
disuruh bayar tambahan sama rumah sakit
dimintai uang oleh rumah sakit padahal peserta jkn
pasien bpjs dibedakan
pasien bpjs dianaktirikan
pelayanan puskesmas jelek
pelayanan klinik buruk sekali
dokternya judes
perawatnya galak
petugasnya jutek dan tidak ramah
petugas loket kasar
antri dari subuh tidak dilayani
antrian panjang banget ga manusiawi
antre 5 jam belum dipanggil
nunggu lama banget di klinik
lama sekali prosesnya
pelayanan lelet
pelayanan lambat sekali
payah pelayanannya
bpjs payah
bpjs mengecewakan
saya kecewa sekali
kecewa berat dengan bpjs
kecewa sama pelayanannya
parah banget sih bpjs
brengsek pelayanannya
pelayanan kayak sampah
gak becus kerja
kerja yang bener dong
bayar tiap bulan tapi dilayani asal asalan
bayar rutin tapi pas sakit dipersulit
dipersulit terus urusannya
dipingpong sana sini
saya dioper oper terus
di lempar ke sana kemari
sudah berkali kali lapor tidak ditanggapi
laporan saya belum ditindaklanjuti
pengaduan saya kemarin gimana
status pengaduan saya
nomor tiket pengaduan saya belum ada kabar
aduan saya minggu lalu belum diselesaikan
mau lapor pungli
ada oknum minta uang
ada calo di kantor
aplikasi mobile jkn error terus
aplikasi jkn gak bisa dibuka
aplikasi lemot ga bisa login
gabisa login mobile jkn dari kemarin
otp mobile jkn gak masuk masuk
kamar rawat inap tidak sesuai hak kelas
operasi ditunda tunda terus
ditelantarkan di igd
dokter tidak ada di tempat jam praktek
klinik tutup terus
saya tidak terima
saya marah
saya protes
nyebelin banget
kesel banget sama bpjs
emosi saya
kapok pakai bpjs
kuciwa tenan
pelayanane elek
pelayanane suwi banget
jelek sajan pelayananne
sing beneh pelayananne
gedeg basang tiange
keweh gati ngurus bpjs
makelo ngantri sing ilangina
mengadukan faskes
keluhan pelayanan
saya punya keluhan
mau menyampaikan keluhan
tolong ditindak rumah sakitnya
`,
  other: `
harga emas hari ini
cuaca denpasar hari ini
siapa presiden indonesia
resep ayam betutu
cara masak rendang
jadwal bioskop
skor bola tadi malam
siapa juara piala dunia
tiket pesawat ke jakarta
hotel murah di kuta
jual motor bekas
mau beli rumah
lowongan kerja
ada lowongan kerja di bpjs
lowongan magang
bpjs ketenagakerjaan
klaim jht
cara cairkan jht
cairkan bpjs ketenagakerjaan
jaminan hari tua
jaminan pensiun cair kapan
jamsostek
saldo jht saya
pinjam uang
pinjol
kredit motor
promo pinjaman tanpa agunan
slot gacor
main slot yuk
togel hari ini
investasi crypto
bikin sim dimana
perpanjang sim
bayar pajak motor
pajak kendaraan
bikin ktp
ktp saya hilang
cara buat akta lahir
cara buat kk baru
cara urus paspor
bansos kapan cair
blt kapan cair
pkh cair kapan
bantuan sembako
token listrik
bayar listrik
tagihan pdam
tagihan wifi
pulsa saya habis
kirim pulsa
paket data
kamu siapa
kamu namanya siapa
kamu robot ya
umur kamu berapa
kamu cantik
i love you
mau jadi pacarku
sudah makan belum
lagi apa
bosen nih
lucu banget
hahaha
wkwkwk
wkwk
hehe
asdfghjkl
qwerty
zzzzz
aaaaa
1234567
xxxx
abcde
lagu terbaru
cerita lucu dong
pantun
tolong buatkan puisi
terjemahkan ke bahasa inggris
1 tambah 1 berapa
apa ibukota prancis
kapan libur sekolah
jadwal puasa
kapan galungan
jadwal imsak
mimpi digigit ular artinya
obat sakit kepala apa ya
perut saya sakit minum obat apa
gejala demam berdarah
vaksin covid dimana
jadwal vaksin anak
asuransi jiwa
asuransi mobil
prudential
gojek murah
ngantuk
ujan terus di sini
macet banget jalan
yen ulian dija tongos ngopi
ajak melali yuk
nonton ogoh ogoh dija
mangan opo enake
nunggu bojo muleh
anak saya nakal
kucing saya sakit
handphone rusak
laptop rusak
sewa mobil
jasa tukang
kursus bahasa inggris
beasiswa kuliah
daftar sekolah
pendaftaran mahasiswa baru
`,
} as const;
