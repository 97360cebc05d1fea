/** More voices on money, data and places, one a line. */
export const otherVoicesOnMoneyAndRecords = {
  bill_check: `berapa yang mesti disetor bulan ini
kudu setor piro
saya wajib bayar berapa tiap bulan
per jiwa berapa
per kepala berapa sebulan
satu orang kelas satu berapa
keluarga saya ber lima kelas dua totalnya
monthly contribution how much
how much is my bill
what is my bill this month
when is the due date
tagihan rumah saya
tagihan untuk januari sudah terbit
sebutkan jumlah iuran
rinci dong tagihannya
jumlah yang mesti dibayarkan
bayar berapa supaya bulan ini lunas
bulan depan kena berapa
tgl jatuh tempo brp
deadline bayar iuran
batas akhir setor iuran
iuran tahun depan berapa
iuran kelas 1 sama kelas 2 beda berapa
perkiraan iuran tahun ini
apakah ada kenaikan iuran`,
  arrears_amount: `udah lama banget ga setor iuran kena berapa total
sejak corona gak bayar sekarang jadi berapa
setahun lebih gak disetor jadi berapa semuanya
berapa yang harus ditutup
buat nutup tunggakan butuh berapa
how much do i owe
total arrears please
my unpaid months
how many months unpaid
jumlah kewajiban yang belum dibayar
kewajiban saya yang tertinggal berapa
berapa bulan tertinggal
ketinggalan berapa bulan
bolong berapa bulan iuran saya
bulan apa saja yang belum dibayar
tunggakan yang lama dihitung semua gak
paling banyak ditagih berapa tahun
maksimum tunggakan yang ditagih
kabarnya tunggakan mau dihapus pemerintah benar
gimana kabar penghapusan utang bpjs
utang zaman mandiri dulu berapa lagi
sisa utang sewaktu masih mandiri
cek utang keluarga saya
mau tau utang almarhum`,
  payment_how: `where do i pay
how can i pay
can i pay with credit card
bayarnya paling gampang lewat apa
bayar di tukang warung bisa
teller bank bisa
setor lewat apa
nyetor di mana
mau nyetor iuran
bayar online caranya
bayar lewat internet banking
pembayaran lewat aplikasi apa
bayarnya bisa diwakilkan
boleh saudara yang bayarkan
anak yang bayarin boleh
saya gak punya rekening gimana bayarnya
gak punya atm bayar di mana
pasang auto debet
daftar debet otomatis
mau dipotong otomatis dari rekening
setop autodebet
bayar enam bulan ke depan boleh
boleh bayar langsung setahun
bisa bayar anggota tertentu saja
langkah bayar lewat atm`,
  payment_not_recorded: `i paid but still unpaid
my payment is not recorded
payment not showing
transferan saya belum nyampe
transferan belum kebaca
sudah setor tapi tetap merah
saya setor senin sampai sekarang belum muncul
tagihan tetap muncul walau sukses bayar
sukses di aplikasi bank tapi bpjs belum
berhasil bayar tapi status menunggak
status tetap menunggak padahal berhasil bayar
duit hilang bpjs tetap mati
uang melayang tapi belum lunas
dipotong gaji tapi nunggak
gaji dipotong terus tapi kartu mati
kantor setor terlambat ya status saya masih mati padahal dipotong
proses pembayaran sampai terbaca berapa hari
kapan pembayaran saya diupdate
pembayaran berapa jam masuknya
kelebihan transfer minta balik
uang lebih bisa dikembalikan
terbayar dua bulan padahal cuma satu
kepencet bayar dua kali
bayar nyasar ke nomor lain
keliru bayar punya orang
salah input nomor jadi kebayar orang lain
bukti transfer saya kirim ya tolong dicek
resi pembayaran ada
lapor pembayaran yang belum masuk`,
  va_number: `what number do i use to pay
my va please
virtual account number for my family
nomor tujuan transfer bpjs
nomor apa yang dipakai bayar
nomor apa yang dipencet di mesin atm
digit va berapa
va terdiri dari berapa angka
awalan va bca apa
awalan va mandiri
nomor bayar saya apa
gak tau nomor buat bayar
catatan nomor bayar saya hilang
lupa kode buat bayar
va bapak saya
va punya mertua
va sekeluarga satu saja kan
nomor va kolektif
va tidak dikenal
mbanking bilang va tidak ditemukan
va kok error
kirimkan kode virtual
nomer virtualnya
kode briva bpjs
briva bpjs`,
  rehab_info: `is installment available
can the arrears be paid in parts
tell me about rehab program
bayar sebagian sebagian boleh
bayarnya bisa dibagi beberapa bulan
tunggakan dipecah jadi beberapa kali bisa
boleh gak dibayar separuh dulu
ada solusi buat tunggakan besar
tunggakan kebanyakan ada solusi
ada jalan keluar buat yang nunggak banyak
skema cicilan
skema pembayaran bertahap
tenor cicilan paling lama
paling banyak cicil berapa tahap
minimal nunggak berapa bulan untuk rehab
minimal cicilan berapa
cicilannya flat atau gimana
apa keuntungan rehab
ikut cicilan apa langsung bisa berobat
kartu nyala setelah cicilan lunas ya
jatuh tempo cicilan tanggal berapa
kalau gak lanjut cicilan apa akibatnya
kelas 2 boleh nyicil
peserta bp boleh rehab
saya dulu mandiri sekarang karyawan bisa nyicil sisa tunggakan
estimasi cicilan
perhitungan cicilan tunggakan`,
  rehab_join: `sign me up for rehab
i want to pay by installment
register me for installment
i agree to the installment plan
saya mau yang dicicil
saya pilih yang bertahap
mau yang bertahap aja
deal cicil 6 bulan
fix nyicil
oke cicil
lanjut cicilan
lanjutkan pendaftaran cicilan
proses cicilan saya
urus cicilan saya
uruskan cicilan tunggakan bapak
ambil program itu
ikut program itu dong yang nyicil
saya bersedia ikut cicilan
bersedia mencicil
mulai cicilan bulan ini
mulai nyicil kapan bisa daftar sekarang
mau bayar separuh separuh daftarkan ya
daftarkan saya program bertahap
masuk program rehab lagi
bantu ajukan cicilan`,
  service_fine: `is there any fine
late payment penalty
how much is the inpatient fine
kena sanksi gak kalau opname
setelah lunas opname kena apa
mondok kena denda gak
nginap di rs habis bayar kena denda
hitungan 45 hari mulai kapan
45 hari dihitung dari tanggal berapa
masa tunggu 45 hari
masih dalam 45 hari lalu dirawat
aturan 45 hari
potongan 5 persen kali biaya
dendanya dihitung dari biaya rs ya
rumus 5 persen
denda dibayar ke siapa
denda siapa yang tanggung kalau karyawan
didenda rumah sakit
ditagih denda waktu mau pulang
rs nagih denda
dendanya mahal banget
telat sehari doang didenda
bayar lewat tanggal 10 kena denda
lewat jatuh tempo kena denda
surat tidak mampu bebas denda
orang miskin bebas denda kah`,
  identity_correction: `my name is wrong
wrong birth date
update my phone number
change my address
nama anak kurang huruf
nama kelebihan huruf
huruf nama keliru
ejaan nama istri tidak sama
tanggal lahir selisih sehari
salah tahun lahir
bulan lahir keliru
jenis kelamin kebalik
tertulis laki laki padahal perempuan
nik beda satu angka
angka nik keliru
nik tidak nyambung
data tidak cocok dengan dukcapil
alamat sudah pindah belum diubah
nomor hp mati mau diganti
nomor telepon terdaftar bukan punya saya
ganti nomor wa terdaftar
ganti email
nomor kk lama masih dipakai
status kawin belum diubah
status di keluarga tertulis anak
tertulis belum menikah padahal sudah
gelar belum dicantumkan
hapus gelar di nama
menyesuaikan data dengan ktp baru
samakan data dengan ktp
rapikan data saya`,
  class_change: `switch to another class
upgrade my class
i want class 3
mau yang kelas tiga
minta kelas satu
minta turun ke tiga
kelas dua kemahalan
gak sanggup kelas satu
keberatan bayar kelas satu mau yang murah
pengen kelas lebih tinggi
pengen kamar yang lebih bagus naik kelas
kelas rawat mau diubah
rubah kelas
dirubah ke kelas 2
kelas sekeluarga
kelas bapak mau dinaikkan
kelas anak beda sama saya mau disamakan
aturan ganti kelas setahun sekali
baru 6 bulan boleh ganti kelas
punya tunggakan boleh ganti kelas
kelas saya harusnya naik karena gaji
gaji sudah di atas 4 juta
penghapusan kelas
sistem kelas dihapus
kamar rawat inap standar`,
  facility_change: `change clinic
move to another puskesmas
change my doctor
klinik yang dekat rumah
mau yang lebih dekat
terlalu jauh dari kos
klinik sudah tidak kerja sama
klinik langganan putus kontrak dengan bpjs
dokter langganan pindah praktek
mau berobat di puskesmas lain
mau terdaftar di puskesmas kuta
terdaftar di mengwi mau di denpasar
puskesmas masih di kampung halaman
faskes masih di jawa
pindah kos mau ganti klinik
samakan faskes keluarga
faskes anak beda mau disamakan
boleh ganti faskes tiap berapa bulan
kapan terakhir boleh ganti faskes
pilihan klinik di kuta selatan
klinik gigi yang kerja sama bpjs
dokter gigi bpjs dimana
puskesmas mana yang dekat sanur
faskes terdekat dari renon
lagi di luar daerah bisa berobat dimana`,
  duplicate_data: `two membership numbers came out
i have two numbers
my data is duplicated
nomornya ada dua
muncul dua nomor
keluar dua nomor kartu
kok ada dua bpjs saya
punya kis sama mandiri
kis aktif mandiri juga aktif
satu kis satu mandiri
didaftarkan kantor padahal punya mandiri
kantor daftarkan lagi jadi dobel
tercatat di dua kantor
tercatat ganda
rs mendaftarkan anak lagi jadi dua
bayi kedaftar dua kali
data kembar
dobel sama data orang
nik dipakai orang
nama orang lain muncul di nik saya
keluar nama lain pas cek nik
ketuker data sama orang
tertukar dengan nama yang sama
jadikan satu kartu
satukan kartu
hapus yang lama
hapus yang satunya
pilih salah satu kartu yang dipakai
kena bayar di dua tempat`,
  card_digital: `digital card please
lost my card
i forgot my card number
print my card
kartu kececer
kartu kecuci
kartu luntur
kartu kebakar
kartu ditelan banjir
kartu dibawa mantan
dompet hilang termasuk kartu bpjs
belum pernah dikasih kartu
kartunya gak pernah dikirim
mau lihat kartu lewat hp
simpan kartu di hp
tampilkan kartu saya
fotokopi kartu
cetak di mana
nyetak kartu
unduh mobile jkn
donlot aplikasi jkn
nama aplikasi resmi bpjs
apk jkn
masuk aplikasi lupa sandi
sandi jkn hilang
akun mobile jkn
nik buat berobat saja cukup
ktp saja cukup kan
lupa no kartu cuma ingat nik
nomor jkn saya`,
  office_info: `which street is your office on
opening hours
are you open on saturday
where is the office
kantor sebelah mana
kantor arah mana
kantor dekat mana
patokan kantor bpjs
sharelok kantor
share location
bukanya jam berapa
tutupnya jam berapa
hari jumat sampai jam berapa
tanggal merah buka
cuti bersama buka gak
sabtu minggu libur ya
loket buka sampai jam
loket bpjs di mal pelayanan publik
di mpp ada bpjs
di mangupura ada kantor
di singasana ada kantor
jadwal keliling desa
bpjs keliling ke banjar
datang ke kantor perlu antrian
ambil nomor antre dulu ya ke kantor
bisa datang tanpa antrian
bawa apa ke kantor
nomor hotline
hotline bpjs
contact center
nomor yang bisa ditelepon 24 jam
jam layanan chat
jam kerja petugas wa`,
  referral_info: `how to get a referral
do i need a referral
my referral expired
surat dari puskesmas untuk ke rs
surat pengantar ke rumah sakit
mau ke poli mata
mau ke poli jantung
mau ke poli gigi
periksa ke dokter penyakit dalam
mau periksa kandungan di rs
mau usg pakai bpjs
mau cabut gigi di rs
mau operasi hernia pakai bpjs
mau operasi amandel
alur operasi
dari klinik dirujuk ke mana
disuruh ke sanglah prosesnya
disuruh dokter ke rs lanjut gimana
darurat langsung ke rs bisa
rujukan tinggal seminggu
rujukan mau habis
menyambung rujukan
rujukannya mati
kontrol rutin perlu surat lagi
obat rutin jantung ambil dimana
ambil obat rujuk balik
pindah rs karena penuh
rs tujuan rujukan diganti
rujukan dari luar pulau
berobat lintas provinsi rujukan
dokter tidak mau merujuk apa alasannya
fisioterapi ditanggung berapa kali
kacamata ditanggung
alat bantu dengar ditanggung`,
  other: `berapa kurs dolar
harga beras
harga cabai
bli meli apa
ngidang tulung belianang nasi
jual tanah
jual beli rumah
kos kosan murah
tempat makan enak
pantai bagus
warung babi guling
film bagus apa
rekomendasi hp
cara root android
cara diet
tips kurus
belajar matematika
tugas sekolah
buatkan tugas
hitung luas lingkaran
kapan nyepi
arti mimpi
zodiak hari ini
jodoh saya siapa
nikah yuk
kangen
galau
patah hati
sedih banget
ditinggal pacar
mancing yuk
main game
akun game
top up diamond
servis motor
ban bocor
mogok di jalan
sepeda listrik
wifi mati
internet lemot
listrik padam
air mati
subsidi gas
bbm naik
pajak bumi bangunan
stnk
sertifikat tanah
kartu keluarga hilang
akta nikah
daftar haji
daftar kerja
tes cpns kapan
kartu prakerja
bpjs tk
jht dicairkan
jkk kecelakaan kerja
what is the weather
tell me a joke
who are you
sing a song`,
} as const;
