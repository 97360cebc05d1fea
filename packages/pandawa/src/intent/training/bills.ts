/** Utterances about bills, arrears and how to pay, one a line. */
export const bills = {
  bill_check: `
tagihan saya berapa
cek tagihan
cek tagihan bpjs
tagihan bulan ini berapa
brp tagihan bln ini
tagihan bpjs bulan depan berapa
iuran saya berapa
iuran per bulan berapa ya
iuran bulan ini berapa
berapa iuran yang harus saya bayar bulan ini
harus bayar berapa bulan ini
bulan ini bayar brp
bln ini kena brp ya
total tagihan sekeluarga berapa
tagihan satu kk berapa
tagihan 4 orang kelas 3 berapa
lihat tagihan
info tagihan
minta rincian tagihan
rincian iuran keluarga saya
rincian tagihannya dong
mau tau jumlah tagihan
mau lihat tagihan iuran
nominal iuran saya
nominal yang harus dibayar bulan ini
jumlah yang harus saya transfer berapa
cek iuran
cek iuran dong
cek iuran bulanan
cek bayaran bpjs bulan ini
bayaran bpjs saya sebulan berapa
berapa duit bpjs saya bulan ini
habis berapa bayar bpjs bulan ini
kelas 1 bayarnya berapa sebulan
kelas 2 iurannya berapa
kelas 3 brp per bulan
iuran kelas 3 sekarang berapa
tarif bpjs mandiri berapa
tarif iuran 2026
iuran naik gak
apa iuran bpjs naik
berapa iuran anak saya
iuran istri saya berapa
kapan jatuh tempo iuran
jatuh tempo tanggal berapa
batas bayar iuran tanggal berapa
paling lambat bayar tanggal berapa
tgl brp terakhir bayar
terakhir bayar iuran kapan ya
sudah lunas belum bulan ini
bulan ini sudah terbayar belum
cek pembayaran bulan ini
tagihan sudah keluar belum
tagihan bulan november
tagihan desember sudah ada
brp yg hrs dibyr
brp byr bln ini
tghn sy brp
tghn bpjs brp
cek tghn dong min
iuranku piro
bayare piro sasi iki
tagihanku piro yo
kuda tiang mayah bulan jani
aji kuda iuran bulan ne
akuda mayah bpjs abulan
kude tagihan tiange
pinten iuran tiang bulan niki
pinten bayare sasi niki
tagihan perusahaan saya berapa
tagihan badan usaha kami bulan ini
berapa potongan bpjs dari gaji saya
kalau dua orang kelas 2 bayar berapa
saya sekeluarga lima orang bayar berapa sebulan
kasih tau tagihan saya
tolong cek tagihan atas nama saya
tolong infokan tagihan bpjs saya
kirim tagihan saya
tagihan
iuran
billing
`,
  arrears_amount: `
tunggakan saya berapa
berapa tunggakan saya
cek tunggakan
cek tunggakan bpjs
total tunggakan
total tunggakan sekeluarga
jumlah tunggakan
nunggak berapa ya saya
saya nunggak berapa bulan
udah nunggak brp bln
nunggak berapa bulan sih
tunggakan bpjs saya brp
tnggakan sy brp
tunggkan sy brp
tunggaan saya berapa
nunggak brp
nunggak
tunggakan
saya punya tunggakan
saya ada tunggakan gak
apakah saya punya tunggakan
ada tunggakan ga ya
masih ada tunggakan tidak
masih punya utang berapa di bpjs
utang bpjs saya berapa
hutang iuran saya total berapa
hutang bpjs saya sudah berapa
berapa hutang saya
berapa bulan saya belum bayar
sudah berapa bulan saya ga bayar
sudah lama gak bayar jadi berapa totalnya
dari 2020 gak bayar total berapa
2 tahun ga bayar bpjs kena berapa
kalau nunggak 3 tahun bayar berapa
nunggak 5 tahun bayarnya berapa
kalo telat 10 bulan bayar berapa semua
telat bayar setahun jadi berapa totalnya
menunggak 24 bulan totalnya berapa
iuran yang belum dibayar berapa
iuran tertunggak berapa rupiah
sisa tunggakan saya berapa
sisa hutang
kekurangan bayar saya berapa
kurang bayar berapa
berapa yang belum saya lunasi
berapa biaya melunasi tunggakan
kalau mau lunasi semua berapa
mau lunasin tunggakan berapa totalnya
total yang harus dilunasi
rincian tunggakan
rincian tunggakan per bulan
minta rincian tunggakan keluarga
tunggakan dihitung berapa bulan maksimal
tunggakan maksimal berapa bulan
maksimal bayar tunggakan 24 bulan ya
tunggakan orang tua saya berapa
tunggakan suami saya
tunggakan istri brp bulan
tunggakan mandiri saya waktu sudah kerja
saya sudah kerja tapi tunggakan mandiri masih ada
tunggakan lama apa masih dihitung
tunggakan apa bisa hangus
tunggakan bisa dihapus gak
pemutihan tunggakan ada gak
ada pemutihan bpjs ga
penghapusan tunggakan kapan
kapan ada pemutihan
tunggakanku piro
nunggak piro aku
utangku nang bpjs piro
aku wes ora bayar pirang sasi
kuda tunggakan tiange
tiang nunggak kuda bulan
akuda utang tiange di bpjs
suba pidan sing mayah kuda dadine
pinten tunggakan titiang
makelo sing mayah bpjs dadi kuda
mau tau nunggaknya berapa
lihat tunggakan dong
mohon info tunggakan
gak bayar dari tahun lalu kena berapa sekarang
`,
  payment_how: `
cara bayar bpjs
cara bayar iuran
cara bayarnya gimana
gimana cara bayar iuran
bayar dimana
bayarnya di mana ya
bisa bayar dimana aja
tempat bayar bpjs dimana
bayar lewat apa
bayar bpjs lewat apa saja
bisa bayar lewat indomaret
bayar di alfamart bisa
bisa bayar di minimarket
bayar pakai gopay bisa ga
bisa pakai dana gak
bayar via shopee gimana
lewat tokopedia bisa
pakai ovo bisa
bayar pakai qris
bisa bayar pake qris ga
cara bayar lewat atm bri
cara bayar via m banking bca
cara bayar di brimo
cara bayar di livin mandiri
bayar lewat bank bpd bali bisa
bayar lewat lpd bisa gak
bayar di kantor pos
bayar di kantor bpjs bisa langsung
bisa bayar tunai di kantor
mau bayar
saya mau bayar iuran
saya mau bayar bpjs
mau bayar sekarang gimana caranya
mau bayar tapi ga tau caranya
mau bayar tunggakan lewat mana
bayar tunggakan di mana
cara melunasi tunggakan
gimana cara lunasin bpjs
bisa transfer langsung ga
transfer kemana
transfer ke rekening mana
nomor rekening bpjs berapa
cara transfer iuran
langkah pembayaran iuran
tata cara pembayaran
panduan bayar
metode pembayaran apa saja
metode bayar
channel pembayaran
autodebet
autodebit gimana
cara daftar autodebit
mau autodebet bank bri
cara aktifin autodebet
autodebet bca caranya
cara berhenti autodebet
autodebet gagal bagaimana cara bayar manual
bisa bayar sekaligus setahun
bisa bayar beberapa bulan di muka
bayar langsung 6 bulan bisa gak
bisa dibayarin orang lain
bisa bayarin bpjs orang tua saya
apa bisa dibayarkan anak
apa bisa bayar cuma satu orang aja
bisa bayar satu orang dalam kk
boleh bayar sebagian dulu
cr byr bpjs gmn
cr byr iuran
byr dmn
byr lwt apa
mbayar nang endi
carane mbayar piye
piye carane bayar bpjs
dija mayah bpjs
kenken caran mayah bpjs
dija dados mayah iuran
napi dados mayah ring indomaret
ring dija mayah iuran
bayar pake kartu kredit bisa
bayar dari luar negeri gimana
payment
pembayaran
`,
  payment_not_recorded: `
saya sudah bayar tapi belum masuk
sudah bayar tapi masih nunggak
sudah bayar kok masih ada tagihan
sudah bayar kenapa masih tidak aktif
udah bayar kok belum aktif
udah bayar kemarin statusnya masih nonaktif
udah transfer tapi belum tercatat
pembayaran saya belum masuk
pembayaran belum terupdate
pembayaran tidak tercatat
pembayaran tidak terdeteksi
bayaran saya ga kebaca sistem
bayar di indomaret tapi belum masuk
bayar lewat dana sudah terpotong tapi belum lunas
saldo terpotong tapi tagihan masih ada
saldo kepotong tapi ga masuk
uang sudah ditarik autodebet tapi masih nunggak
autodebet sudah kepotong tapi status tidak aktif
rekening sudah didebet tapi status belum bayar
sudah lunas tapi masih ditagih
udah lunas masih ditagih aja
kok masih ditagih padahal sudah bayar
padahal saya rutin bayar kok nunggak
tiap bulan bayar kok dibilang nunggak
saya bayar terus tapi kok tidak aktif
rajin bayar kok kartu mati
kenapa tagihan muncul lagi padahal sudah dibayar
tagihan yang sudah dibayar muncul lagi
bukti bayar ada tapi di sistem belum
saya punya bukti transfer
ini bukti bayar saya
saya ada struk pembayaran tapi belum update
kirim bukti pembayaran
bayar dobel
bayar dua kali
saya kebayar dua kali
double bayar minta dikembalikan
kelebihan bayar gimana
salah bayar ke nomor va orang lain
salah transfer nomor va
salah masukin nomor va kebayar ke orang
salah bayar bulan
pembayaran pending dari kemarin
transaksi gagal tapi uang terpotong
gagal bayar saldo berkurang
belum masuk pembayaran saya tgl 5
sudah dibayar perusahaan tapi di sistem belum
kantor sudah bayar tapi status saya masih nonaktif
sdh byr tp blm msk
udh byr ko msh nunggak
sdh bayar blm aktif
sdh trf tp ga kecatat
sdh lunas msh ditagih
udah gw bayar woi masih aja ditagih
sudah bayar berkali kali bilang belum bayar gimana sih
bayar udah tapi ga aktif aktif
wes bayar kok durung aktif
wis tak bayar kok isih nunggak
wes mbayar tapi durung mlebu
suba mayah kok konden aktif
suba bayah nu masih ditagih
tiang sampun mayah nanging durung tercatat
sampun mayah dereng masuk
sube mayah ibi kok nu nunggak
cicilan rehab sudah dibayar tapi belum tercatat
cicilan sudah saya bayar kok belum masuk
kapan pembayaran saya masuk sistem
berapa lama pembayaran masuk
berapa lama setelah bayar jadi aktif
sudah bayar tunggakan semua kartu kok masih mati
minta cek pembayaran saya belum masuk
konfirmasi pembayaran
konfirmasi transfer
mau konfirmasi sudah bayar
lapor sudah bayar
refund iuran
uang kembali karena dobel bayar
`,
  va_number: `
nomor va saya berapa
no va
no va saya
nomor va
minta nomor va
minta no va bpjs
kasih nomor va dong
virtual account saya berapa
nomor virtual account
nomer virtual akun
virtual account bpjs
va bpjs saya
va bri berapa
va mandiri
va bca saya berapa
va bni
nomor va bank bri untuk bayar bpjs
nomor va bank mandiri saya
kode va
kode bayar
kode bayar bpjs saya
kode pembayaran saya berapa
minta kode bayar
minta kode pembayaran
nomor pembayaran bpjs
nomor buat bayar bpjs
nomor untuk bayar iuran
no buat transfer iuran
nomor yang dimasukin di atm
nomor yang diketik di indomaret
nomor apa yang harus dimasukkan di mbanking
lupa nomor va
saya lupa nomor virtual account
lupa va
hilang catatan nomor va
va keluarga
nomor va keluarga
va satu keluarga sama gak
apa va sekeluarga beda beda
va istri saya berapa
va anak saya
va ku berapa
vaku piro
nomer va ku piro
njaluk nomer va
nunas nomer va
nunas nomor virtual account
ngidih nomer va
kuda nomer va tiange
nmr va sy
no va sy brp
nmr virtual acc
virtual acount saya
firtual account
virtual akun nya mana
vrtl account
vrtual account saya brp
88888 itu nomor apa
88888 diikuti apa
angka 88888 di depan nomor kartu benar
cara tahu nomor va
cara cek nomor va
cara lihat virtual account
dimana lihat nomor va
dapat nomor va dari mana
tau va nya dari mana
va saya tidak ditemukan
nomor va tidak valid
va salah
va ditolak di atm
va tidak terdaftar
nomor va perusahaan
va badan usaha
minta va buat bayar tunggakan
nomor va nya kirim kesini ya
tolong kirimkan va saya
mohon info nomor virtual account bpjs mandiri
`,
} as const;
